/** Headers that every answer of the studio carries, whatever it is. */

/** Keep an answer out of frames, other origins' pages and content sniffing. */
export const PROTECTIVE_HEADERS = {
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "Referrer-Policy": "no-referrer",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy":
    "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
} as const;

/** The policy of an answer that is data: opened as a page, it may load nothing and be framed by nobody. */
export const DATA_SECURITY_POLICY = "default-src 'none'; frame-ancestors 'none'";
