/** Kirin's paths, relative to its base URL. Source: the platform's own published clients. */

/** Base URL of the real service, used by default. */
export const DEFAULT_BASE_URL = "https://cloud.vtrix.ai";

export const CREATE_PATH = "/model/v1/generation";
export const PRECHARGE_PATH = "/model/v1/generation/precharge";
export const MODELS_PATH = "/api/v1/skill/models";

/**
 * Whether a text is safe as one path segment. URL parsers resolve "." and ".." even when escaped, and a slash,
 * a backslash or an escaped one would address another resource.
 */
export function isPathSegment(text: string): boolean {
  return /^(?!\.{1,2}$)(?!.*%[0-9a-f]{2})[^\p{Cc}\p{Cs}/\\]+$/iu.test(text);
}

/** Path of a task; `id` is Kirin's id or the `external_task_id`. */
export function taskPath(id: string): string {
  return `${CREATE_PATH}/task/${encodeURIComponent(id)}`;
}
