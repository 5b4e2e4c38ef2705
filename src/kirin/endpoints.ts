/** Kirin's paths, relative to its base URL. Source: the platform's own published clients. */

/** Where the real service lives when nothing else is configured. */
export const DEFAULT_BASE_URL = "https://cloud.vtrix.ai";

export const CREATE_PATH = "/model/v1/generation";
export const PRECHARGE_PATH = "/model/v1/generation/precharge";
export const MODELS_PATH = "/api/v1/skill/models";

/** Path that reads a task; `id` is Kirin's own id or the `external_task_id`. */
export function taskPath(id: string): string {
  return `${CREATE_PATH}/task/${encodeURIComponent(id)}`;
}
