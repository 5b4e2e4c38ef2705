/** Kirin's paths, relative to its base URL. Source: the platform's own published clients. */

/** Where the real service lives when nothing else is configured. */
export const DEFAULT_BASE_URL = "https://cloud.vtrix.ai";

export const CREATE_PATH = "/model/v1/generation";
export const PRECHARGE_PATH = "/model/v1/generation/precharge";
export const MODELS_PATH = "/api/v1/skill/models";

/**
 * Whether a text can be one segment of a path, wherever it is decoded: "." and ".." are folded away by every URL parser,
 * even when escaped, and a slash, a backslash or an escape of one makes another path on the way to Kirin.
 */
export function isPathSegment(text: string): boolean {
  return /^(?!\.{1,2}$)(?!.*%[0-9a-f]{2})[^\p{Cc}\p{Cs}/\\]+$/iu.test(text);
}

/** Path that reads a task; `id` is Kirin's own id or the `external_task_id`. */
export function taskPath(id: string): string {
  return `${CREATE_PATH}/task/${encodeURIComponent(id)}`;
}
