/** Default timeouts of the proxy for Kirin. The browser waits a little longer. */

/** Timeout for a create, in milliseconds. */
export const CREATE_TIMEOUT_MS = 30_000;
/** Timeout for a read, in milliseconds. */
export const READ_TIMEOUT_MS = 15_000;
