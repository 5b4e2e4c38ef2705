/** Headers of every response. */

/** Prevent framing, use by other origins and content sniffing. */
export const PROTECTIVE_HEADERS = {
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "Referrer-Policy": "no-referrer",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy":
    "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
} as const;

/**
 * Adds `Strict-Transport-Security` for a year. Browsers ignore it on plain http (RFC 6797, 8.1), so it does no harm
 * to a health check on this machine.
 */
export function withTransportSecurity(response: Response): Response {
  response.headers.set("Strict-Transport-Security", "max-age=31536000");
  return response;
}

/** The policy for data responses: opened as a page, they can load nothing and cannot be framed. */
export const DATA_SECURITY_POLICY = "default-src 'none'; frame-ancestors 'none'";
