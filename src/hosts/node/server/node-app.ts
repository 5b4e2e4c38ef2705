/** The interface of an app that a Node server can serve. */

/** Why a request is refused before it reaches the app's routes. */
export type RefusalCode =
  | "wrong-host"
  | "malformed-request"
  | "headers-too-large"
  | "request-timeout";

export interface NodeApp {
  /** `clientAddress` is the address of the connection. */
  fetch(
    request: Request,
    context: { clientAddress: string | undefined },
  ): Response | Promise<Response>;
  /** Responds to a request that cannot be expressed as a `Request`. The response body is short. */
  refuse(code: RefusalCode, method: string): Response | Promise<Response>;
}
