/** How long the proxy waits for Kirin where its host says nothing else; the browser waits a little longer. */

/** For the answer to a create, in milliseconds. */
export const CREATE_TIMEOUT_MS = 30_000;
/** For the answer to a read, in milliseconds. */
export const READ_TIMEOUT_MS = 15_000;
