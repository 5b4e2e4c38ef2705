/**
 * Which pages may use the proxy. It holds a paid key, so a foreign page must neither spend it nor make it
 * read. Forwarded headers are not trusted: anyone can send them.
 */

import { STUDIO_HEADER, STUDIO_HEADER_VALUE } from "#contract/routes.ts";

/**
 * Whether a page of another origin sent this request, by the browser's own words: fetch metadata, and `Origin`
 * from browsers that send none. Programs and addresses typed by hand send neither, and are not foreign.
 */
export function isFromForeignPage({ headers, url }: Request): boolean {
  const site = headers.get("Sec-Fetch-Site");
  if (site !== null && site !== "same-origin" && site !== "none") return true;
  const origin = headers.get("Origin");
  return origin !== null && !isOwnOrigin(origin, new URL(url), site);
}

/** Whether the studio sent this request: a page cannot add its header to another origin without a preflight. */
export function isMarkedAsStudio({ headers }: Request): boolean {
  return headers.get(STUDIO_HEADER) === STUDIO_HEADER_VALUE;
}

function isOwnOrigin(origin: string, own: URL, site: string | null): boolean {
  if (origin === own.origin) return true;
  // Behind something that ends TLS the page is https and we are http. The browser's own word, which
  // no page can forge, settles it; the host must be the same even so.
  return site === "same-origin" && own.protocol === "http:" && origin === `https://${own.host}`;
}
