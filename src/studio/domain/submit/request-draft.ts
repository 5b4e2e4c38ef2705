/**
 * The state of the compose form and its conversion to a request. Fields have Kirin's names, so that schema issues map
 * to form fields. An empty text means "not set".
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

/** How many takes of each mode one press of "Both modes" can request. Strings, as form controls hold them. */
export const TAKE_COUNTS = ["1", "2", "3", "4"] as const;

/** The stored form of a draft. Each unreadable field falls back to its default. */
export const draftSchema = z.object({
  prompt: z.catch(z.string(), ""),
  negative_prompt: z.catch(z.string(), ""),
  mode: z.catch(z.enum(MODES), DEFAULTS.mode),
  /** The creator's choice for modes that can have sound. Kept while Standard is chosen. */
  sound: z.catch(z.boolean(), false),
  aspect_ratio: z.catch(z.enum(ASPECT_RATIOS), DEFAULTS.aspectRatio),
  duration: z.catch(z.enum(DURATIONS), DEFAULTS.duration),
  watermark: z.catch(z.boolean(), DEFAULTS.watermark),
  callback_url: z.catch(z.string(), ""),
  external_task_id: z.catch(z.string(), ""),
  /** Takes per mode when both modes are generated. */
  takes: z.catch(z.enum(TAKE_COUNTS), TAKE_COUNTS[0]),
});
export type RequestDraft = z.infer<typeof draftSchema>;

/** An empty form. */
export const EMPTY_DRAFT: RequestDraft = z.parse(draftSchema, {});

/**
 * The request for a draft. Mode, aspect ratio and duration are always sent, because the form always shows a choice.
 * Optional fields are sent only if the creator set them, and sound only with a mode that supports it.
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

/**
 * The form's schema: converts the draft to a request and applies the shared schema. Its output is the request to send.
 */
export const draftToRequestSchema = z.pipe(
  z.transform((draft: RequestDraft) => toRequest(draft)),
  requestSchema,
);

/**
 * The requests for all takes in both modes, ordered std, pro, std, pro. A task id typed by the creator gets a suffix
 * for each, because Kirin requires unique ids. The suffixes of the first take do not depend on the number of takes.
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

/** The draft that would send this request again. It omits the task id, which has been used. */
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

/** Whether a draft has no text worth keeping. */
export function isBlank(draft: RequestDraft): boolean {
  return draft.prompt.trim() === "" && draft.negative_prompt.trim() === "";
}
