/** What a Node server serves: an app of Requests and Responses that also words refusals. */

/** Why a request never reaches the app's own routes. */
export type RefusalCode =
  | "wrong-host"
  | "malformed-request"
  | "headers-too-large"
  | "request-timeout";

export interface NodeApp {
  fetch(request: Request): Response | Promise<Response>;
  /** Answers what cannot be expressed as a `Request`. The body of the answer is short. */
  refuse(code: RefusalCode, method: string): Response | Promise<Response>;
}
