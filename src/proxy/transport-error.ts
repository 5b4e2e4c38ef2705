/** What a failed connection says about whether anything was sent. */

/** Thrown by a transport that knows for itself: the connection never came to be. */
export class NeverConnected extends Error {
  override readonly name = "NeverConnected";
}

/** Trouble that can only come before the first byte of a request. */
const BEFORE_SENDING = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EAI_FAIL",
  "EAI_NODATA",
  "EAI_NONAME",
  "UND_ERR_CONNECT_TIMEOUT",
  // TLS is finished before HTTP begins; a certificate that does not hold ends it there.
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

/** Trouble that comes before the first byte only when it happened while connecting. */
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
 * Whether it is certain that nothing was sent. Anything unheard of, a reset above all, is not certain:
 * a kept-alive connection that broke may have carried the request before.
 */
export function wasNeverSent(error: unknown, depth = 0): boolean {
  if (!(error instanceof Error) || depth > MAX_DEPTH) return false;
  if (error instanceof NeverConnected) return true;
  // One attempt for each address of a name: every one of them must have failed in time.
  if (error instanceof AggregateError && error.errors.length > 0) {
    return error.errors.every((attempt) => wasNeverSent(attempt, depth + 1));
  }
  // Node adds these two to its system errors; a plain Error has neither.
  const { code, syscall } = error as Error & { code?: unknown; syscall?: unknown };
  if (typeof code === "string") {
    if (BEFORE_SENDING.has(code)) return true;
    return WHILE_CONNECTING.has(code) && syscall === "connect";
  }
  return wasNeverSent(error.cause, depth + 1);
}
