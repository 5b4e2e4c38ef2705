/** Decides from a connection error whether anything was sent. */

/** Thrown by a transport that knows that no connection was made. */
export class NeverConnected extends Error {
  override readonly name = "NeverConnected";
}

/** Error codes that can only occur before the first byte of a request. */
const BEFORE_SENDING = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EAI_FAIL",
  "EAI_NODATA",
  "EAI_NONAME",
  "UND_ERR_CONNECT_TIMEOUT",
  // The TLS handshake precedes HTTP, so a rejected certificate means that nothing was sent.
  "CERT_HAS_EXPIRED",
  "CERT_NOT_YET_VALID",
  "CERT_REVOKED",
  "CERT_UNTRUSTED",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_GET_ISSUER_CERT",
  "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
  "ERR_TLS_CERT_ALTNAME_INVALID",
]);

/** Error codes that mean "before the first byte" only if they occurred while connecting. */
const WHILE_CONNECTING = new Set([
  "ETIMEDOUT",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "EADDRNOTAVAIL",
  "EACCES",
  "EPERM",
]);

const MAX_DEPTH = 5;

/**
 * Whether it is certain that nothing was sent. Any other error, such as a reset, is not certain: a kept-alive
 * connection may have carried the request before it broke.
 */
export function wasNeverSent(error: unknown, depth = 0): boolean {
  if (!(error instanceof Error) || depth > MAX_DEPTH) return false;
  if (error instanceof NeverConnected) return true;
  // Happy Eyeballs makes one attempt per address; every one must have failed before sending.
  if (error instanceof AggregateError && error.errors.length > 0) {
    return error.errors.every((attempt) => wasNeverSent(attempt, depth + 1));
  }
  // Node adds these properties to system errors.
  const { code, syscall } = error as Error & { code?: unknown; syscall?: unknown };
  if (typeof code === "string") {
    if (BEFORE_SENDING.has(code)) return true;
    return WHILE_CONNECTING.has(code) && syscall === "connect";
  }
  return wasNeverSent(error.cause, depth + 1);
}
