/** The proxy's paths and the header that marks the studio's own requests. */

/** Sent with every request that changes something. Other origins cannot set it without a CORS preflight. */
export const STUDIO_HEADER = "X-Kirin-Studio";
export const STUDIO_HEADER_VALUE = "1";

/** Maximum size of a request body, in bytes. */
export const BODY_MAX_BYTES = 64 * 1024;

export const GENERATIONS_PATH = "/api/generations";
export const QUOTES_PATH = "/api/quotes";
/** With the team's password in the body. */
export const SIGN_IN_PATH = "/api/sign-in";
export const SIGN_OUT_PATH = "/api/sign-out";
export const CONFIG_PATH = "/api/config";
/** Answers while the server runs. */
export const HEALTH_PATH = "/healthz";
/** Answers with 200 while the server can create something. */
export const READY_PATH = "/readyz";
/** The metrics, for those who may read them. */
export const METRICS_PATH = "/metrics";

/** `id` is Kirin's id or an `external_task_id`. */
export function generationPath(id: string): string {
  return `${GENERATIONS_PATH}/${encodeURIComponent(id)}`;
}

export function clipPath(id: string, index: number): string {
  return `${generationPath(id)}/clips/${index}`;
}

/** Path that downloads a clip under a file name. */
export function clipDownloadPath(src: string, fileName: string): string {
  return `${src}?download=${encodeURIComponent(fileName)}`;
}
