/** A request for one clip: the schema that form, proxy and simulator share, and its wire format. */
import * as z from "zod/mini";
import { isPathSegment } from "./endpoints.ts";
import {
  ASPECT_RATIOS,
  canHaveSound,
  countCharacters,
  DEFAULTS,
  DURATIONS,
  EXTERNAL_TASK_ID_MAX_CHARACTERS,
  MODEL_ID,
  MODES,
  PROMPT_MAX_CHARACTERS,
  SOUNDS,
} from "./parameters.ts";
import { countUnsendable } from "./values/text.ts";

/** Reasons for refusing a value. They are stable identifiers; the studio has a message for each. */
export const REQUEST_ISSUES = {
  promptMissing: "prompt-missing",
  promptTooLong: "prompt-too-long",
  unsendableCharacters: "unsendable-characters",
  negativePromptTooLong: "negative-prompt-too-long",
  soundNeedsPro: "sound-needs-pro",
  callbackUrlInvalid: "callback-url-invalid",
  externalTaskIdInvalid: "external-task-id-invalid",
  notAnOption: "not-an-option",
  wrongType: "wrong-type",
  unknownParameter: "unknown-parameter",
} as const;

export type RequestIssueReason = (typeof REQUEST_ISSUES)[keyof typeof REQUEST_ISSUES];

// One host character, then anything: overlapping quantifiers would backtrack quadratically on a long URL.
const HTTP_URL = /^https?:\/\/[^\s/?#]\S*$/i;

/** Rejects lone surrogates and control characters: see `text.ts`. */
const isSendable = z.refine<string>((text) => countUnsendable(text) === 0, {
  error: REQUEST_ISSUES.unsendableCharacters,
});

/** A prompt: 1 to 2500 characters, not only white space. */
const promptSchema = z.string().check(
  z.refine((text) => text.trim() !== "", { error: REQUEST_ISSUES.promptMissing, abort: true }),
  z.refine((text) => countCharacters(text) <= PROMPT_MAX_CHARACTERS, {
    error: REQUEST_ISSUES.promptTooLong,
  }),
  isSendable,
);

/** A negative prompt: 0 to 2500 characters. */
const negativePromptSchema = z.string().check(
  z.refine((text) => countCharacters(text) <= PROMPT_MAX_CHARACTERS, {
    error: REQUEST_ISSUES.negativePromptTooLong,
  }),
  isSendable,
);

/** An absolute http(s) URL to which Kirin posts status changes. */
const callbackUrlSchema = z
  .string()
  .check(z.regex(HTTP_URL, { error: REQUEST_ISSUES.callbackUrlInvalid }), isSendable);

/** The creator's task id: unique per user, and valid as a path segment. */
const externalTaskIdSchema = z
  .string()
  .check(
    z.refine(
      (id) =>
        isPathSegment(id) &&
        id.trim() === id &&
        countCharacters(id) <= EXTERNAL_TASK_ID_MAX_CHARACTERS,
      { error: REQUEST_ISSUES.externalTaskIdInvalid },
    ),
  );

const requestShape = {
  prompt: promptSchema,
  negative_prompt: z.optional(negativePromptSchema),
  mode: z.optional(z.enum(MODES)),
  sound: z.optional(z.enum(SOUNDS)),
  aspect_ratio: z.optional(z.enum(ASPECT_RATIOS)),
  duration: z.optional(z.enum(DURATIONS)),
  watermark_info: z.optional(z.strictObject({ enabled: z.boolean() })),
  callback_url: z.optional(callbackUrlSchema),
  external_task_id: z.optional(externalTaskIdSchema),
};

const soundNeedsPro = z.refine<{ mode?: string | undefined; sound?: string | undefined }>(
  ({ mode, sound }) => sound !== "on" || canHaveSound(mode === "pro" ? "pro" : DEFAULTS.mode),
  { error: REQUEST_ISSUES.soundNeedsPro, path: ["sound"] },
);

/** Kirin's parameters by name. Unknown ones are refused. */
export const requestSchema = z.strictObject(requestShape).check(soundNeedsPro);

/** The same rules, but unknown parameters are ignored for forward compatibility. */
const lenientRequestSchema = z.object(requestShape).check(soundNeedsPro);

/**
 * A request from storage. Its texts are not validated, because a rule added after it was stored must not make
 * a paid generation unreadable.
 */
export const storedRequestSchema = z.object({
  ...requestShape,
  prompt: z.string(),
  negative_prompt: z.optional(z.string()),
  callback_url: z.optional(z.string()),
  external_task_id: z.optional(z.string()),
});

/** A valid request. Parameters that the creator did not set are absent. */
export type KirinRequest = z.infer<typeof requestSchema>;

/** The body of a create on the wire: nested parameters, `model` at the top level. */
export interface WireRequest {
  model: string;
  input: [{ params: KirinRequest }];
}

/** A request with all defaults applied, for rendering and pricing. */
export interface ResolvedRequest {
  prompt: string;
  negativePrompt: string;
  mode: (typeof MODES)[number];
  sound: boolean;
  aspectRatio: (typeof ASPECT_RATIOS)[number];
  durationSeconds: 5 | 10;
  watermark: boolean;
}

/**
 * Converts a request to its wire format. Omits unset parameters and an empty negative prompt, because Kirin
 * rejects empty strings.
 */
export function toWireRequest(request: KirinRequest): WireRequest {
  const params: KirinRequest = { prompt: request.prompt };
  if (request.negative_prompt) params.negative_prompt = request.negative_prompt;
  if (request.mode !== undefined) params.mode = request.mode;
  if (request.sound !== undefined) params.sound = request.sound;
  if (request.aspect_ratio !== undefined) params.aspect_ratio = request.aspect_ratio;
  if (request.duration !== undefined) params.duration = request.duration;
  if (request.watermark_info !== undefined) params.watermark_info = request.watermark_info;
  if (request.callback_url !== undefined) params.callback_url = request.callback_url;
  if (request.external_task_id !== undefined) params.external_task_id = request.external_task_id;
  return { model: MODEL_ID, input: [{ params }] };
}

const wireRequestSchema = z.object({
  model: z.literal(MODEL_ID),
  input: z.tuple([z.object({ params: lenientRequestSchema })]),
});

/** A refused value: its path and the reason. */
export interface RequestIssue {
  /** Path from the root of the parsed value: `sound`, `input.0.params.sound`. */
  field: string;
  reason: RequestIssueReason;
}

const REASONS = new Set<string>(Object.values(REQUEST_ISSUES));

function isReason(message: string): message is RequestIssueReason {
  return REASONS.has(message);
}

/** Converts zod's issues to ours: one per field, and one per unknown parameter. */
export function requestIssues(error: z.core.$ZodError): RequestIssue[] {
  return error.issues.flatMap((issue) => {
    const field = issue.path.map(String).join(".");
    if (issue.code === "unrecognized_keys") {
      return issue.keys.map((key) => ({
        field: [...issue.path.map(String), key].join("."),
        reason: REQUEST_ISSUES.unknownParameter,
      }));
    }
    const reason = isReason(issue.message)
      ? issue.message
      : issue.code === "invalid_value"
        ? REQUEST_ISSUES.notAnOption
        : REQUEST_ISSUES.wrongType;
    return [{ field, reason }];
  });
}

/** Parses the body of a create; the inverse of {@link toWireRequest}. */
export function parseWireRequest(
  body: unknown,
): { ok: true; request: KirinRequest } | { ok: false; issues: RequestIssue[] } {
  const parsed = z.safeParse(wireRequestSchema, body);
  if (parsed.success) return { ok: true, request: parsed.data.input[0].params };
  return { ok: false, issues: requestIssues(parsed.error) };
}

/** Applies Kirin's defaults to a request. */
export function resolveRequest(request: KirinRequest): ResolvedRequest {
  return {
    prompt: request.prompt,
    negativePrompt: request.negative_prompt ?? "",
    mode: request.mode ?? DEFAULTS.mode,
    sound: (request.sound ?? DEFAULTS.sound) === "on",
    aspectRatio: request.aspect_ratio ?? DEFAULTS.aspectRatio,
    durationSeconds: (request.duration ?? DEFAULTS.duration) === "10" ? 10 : 5,
    watermark: request.watermark_info?.enabled ?? DEFAULTS.watermark,
  };
}
