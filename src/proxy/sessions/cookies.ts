/** Cookies that no script can read and no other site can send. */

/**
 * The `__Host-` prefix makes browsers refuse the cookie unless it comes from this host itself, over https or from
 * localhost, so that no sibling domain can plant one.
 */
const PREFIX = "__Host-kirin-";

/** The value of a cookie, or null if there is none. A cookie sent twice counts as none: one of them is planted. */
export function readCookie({ headers }: Request, name: string): string | null {
  const start = `${PREFIX}${name}=`;
  const found = (headers.get("Cookie") ?? "")
    .split(";")
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(start));
  const [pair] = found;
  return found.length === 1 && pair !== undefined ? pair.slice(start.length) : null;
}

/** The header that sets a cookie for this many seconds, or removes it with 0. */
export function cookieHeader(name: string, value: string, maxAgeSeconds: number): string {
  return `${PREFIX}${name}=${value}; Path=/; Max-Age=${maxAgeSeconds}; HttpOnly; Secure; SameSite=Strict`;
}
