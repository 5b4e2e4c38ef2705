/**
 * Who may ask for what. The proxy holds a paid key, so a foreign page must not be able to spend it.
 * Forwarded headers are not trusted: anyone can send them.
 */

import { STUDIO_HEADER, STUDIO_HEADER_VALUE } from "#contract/routes.ts";
import { isIpAddress } from "./clip-address.ts";

/**
 * Whether the name this request was sent to is one of ours. A page whose own name was pointed at this
 * machine (DNS rebinding) is same-origin to the browser, but it cannot use a local name or an address.
 */
export function isAllowedHost(url: URL, allowed: readonly string[] | "any"): boolean {
  const name = url.hostname.replace(/\.$/, "");
  return (
    allowed === "any" ||
    name === "localhost" ||
    name.endsWith(".localhost") ||
    isIpAddress(name) ||
    allowed.includes(name)
  );
}

/** Whether a request that changes something comes from the studio's own page, or from no page at all. */
export function isFromStudio(request: Request): boolean {
  const { headers } = request;
  if (headers.get(STUDIO_HEADER) !== STUDIO_HEADER_VALUE) return false;
  const site = headers.get("Sec-Fetch-Site");
  if (site !== null && site !== "same-origin" && site !== "none") return false;
  const origin = headers.get("Origin");
  return origin === null || isOwnOrigin(origin, new URL(request.url), site);
}

function isOwnOrigin(origin: string, own: URL, site: string | null): boolean {
  if (origin === own.origin) return true;
  // Behind something that ends TLS the page is https and we are http. The browser's own word, which
  // no page can forge, settles it; the host must be the same even so.
  return site === "same-origin" && own.protocol === "http:" && origin === `https://${own.host}`;
}
