/**
 * What is being typed in the compose form, and how it becomes a request. Field names are Kirin's own,
 * so that the schema's complaints find their fields; an empty text means "not set".
 */
import * as z from "zod/mini";
import {
  ASPECT_RATIOS,
  canHaveSound,
  DEFAULTS,
  DURATIONS,
  MODES,
  type Mode,
} from "#kirin/parameters.ts";
import { type KirinRequest, requestSchema, resolveRequest } from "#kirin/request.ts";

/** How many takes of each mode one press of "Generate both" can ask for; texts, as form controls have them. */
export const TAKE_COUNTS = ["1", "2", "3", "4"] as const;

/** A draft as it lies in storage: whatever cannot be read is as it was at first, field by field. */
export const draftSchema = z.object({
  prompt: z.catch(z.string(), ""),
  negative_prompt: z.catch(z.string(), ""),
  mode: z.catch(z.enum(MODES), DEFAULTS.mode),
  /** What the creator chose for clips that can have sound; kept while Standard is chosen. */
  sound: z.catch(z.boolean(), false),
  aspect_ratio: z.catch(z.enum(ASPECT_RATIOS), DEFAULTS.aspectRatio),
  duration: z.catch(z.enum(DURATIONS), DEFAULTS.duration),
  watermark: z.catch(z.boolean(), DEFAULTS.watermark),
  callback_url: z.catch(z.string(), ""),
  external_task_id: z.catch(z.string(), ""),
  /** Of each mode, when both are made. */
  takes: z.catch(z.enum(TAKE_COUNTS), TAKE_COUNTS[0]),
});
export type RequestDraft = z.infer<typeof draftSchema>;

/** An untouched form. */
export const EMPTY_DRAFT: RequestDraft = z.parse(draftSchema, {});

/**
 * The request that a draft asks for. Mode, aspect ratio and duration are always seen chosen on the screen, so they are
 * always sent; of the rest only what the creator set. Sound goes only with a mode that can have it.
 */
export function toRequest(draft: RequestDraft, mode: Mode = draft.mode): KirinRequest {
  return {
    prompt: draft.prompt,
    ...(draft.negative_prompt.trim() === "" ? {} : { negative_prompt: draft.negative_prompt }),
    mode,
    ...(draft.sound && canHaveSound(mode) ? { sound: "on" as const } : {}),
    aspect_ratio: draft.aspect_ratio,
    duration: draft.duration,
    ...(draft.watermark ? { watermark_info: { enabled: true } } : {}),
    ...(draft.callback_url === "" ? {} : { callback_url: draft.callback_url }),
    ...(draft.external_task_id === "" ? {} : { external_task_id: draft.external_task_id }),
  };
}

/** The form's schema: the shared one, after the draft has become a request. Its output is the request to send. */
export const draftToRequestSchema = z.pipe(
  z.transform((draft: RequestDraft) => toRequest(draft)),
  requestSchema,
);

/**
 * The std and the pro request of one draft, as often as it wants takes: std, pro, std, pro. A task id of the creator's own
 * gets an ending for each, since Kirin wants every id to be unique; the first two are the same however many follow.
 */
export function toPairs(draft: RequestDraft): KirinRequest[] {
  return Array.from({ length: Number(draft.takes) }, (_, index) => index + 1).flatMap((take) =>
    MODES.map((mode) => {
      const request = toRequest(draft, mode);
      if (request.external_task_id === undefined) return request;
      const ending = take === 1 ? mode : `${mode}-${take}`;
      return { ...request, external_task_id: `${request.external_task_id}-${ending}` };
    }),
  );
}

/** The draft that would send this request again. The task id stays behind: it has been used. */
export function toDraft(request: KirinRequest): RequestDraft {
  const resolved = resolveRequest(request);
  return {
    prompt: request.prompt,
    negative_prompt: resolved.negativePrompt,
    mode: resolved.mode,
    sound: resolved.sound,
    aspect_ratio: resolved.aspectRatio,
    duration: request.duration ?? DEFAULTS.duration,
    watermark: resolved.watermark,
    callback_url: request.callback_url ?? "",
    external_task_id: "",
    takes: TAKE_COUNTS[0],
  };
}

/** Whether there is nothing in a draft that would be missed. */
export function isBlank(draft: RequestDraft): boolean {
  return draft.prompt.trim() === "" && draft.negative_prompt.trim() === "";
}
