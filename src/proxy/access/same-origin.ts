/**
 * Which pages may use the proxy. It holds a paid key, so no other page may create tasks or read them.
 * Forwarded headers are ignored, because any client can set them.
 */

import { STUDIO_HEADER, STUDIO_HEADER_VALUE } from "#contract/routes.ts";

/**
 * Whether a page of another origin sent this request, by `Sec-Fetch-Site`, or by `Origin` for browsers without
 * fetch metadata. `isHttps` says that the page is https although this server is not. Requests from programs and typed URLs have neither header and are allowed.
 */
export function isCrossOrigin({ headers, url }: Request, isHttps = false): boolean {
  const site = headers.get("Sec-Fetch-Site");
  if (site !== null && site !== "same-origin" && site !== "none") return true;
  const origin = headers.get("Origin");
  return origin !== null && !isSameOrigin(origin, new URL(url), isHttps || site === "same-origin");
}

/** Whether the studio sent this request: other origins cannot set this header without a CORS preflight. */
export function isMarkedAsStudio({ headers }: Request): boolean {
  return headers.get(STUDIO_HEADER) === STUDIO_HEADER_VALUE;
}

function isSameOrigin(origin: string, own: URL, mayBeHttps: boolean): boolean {
  // Behind a TLS-terminating proxy the page is https and this server is http. That is configured, or said by
  // Sec-Fetch-Site, which pages cannot forge. The host must still match.
  return origin === own.origin || (mayBeHttps && origin === `https://${own.host}`);
}
