/** Where clip bytes may be fetched from. Pure rules; the hosts apply them when they connect. */
import ipaddr from "ipaddr.js";

/** A clip's address that must not be fetched. */
export class ClipAddressRefused extends Error {
  override readonly name = "ClipAddressRefused";
}

/** Whether a URL's host name is an IP address, in brackets or not. */
function isIpAddress(hostname: string): boolean {
  return ipaddr.isValid(withoutBrackets(hostname));
}

/**
 * Whether an address belongs to the public internet. Private, loopback, link-local, shared (CGNAT),
 * multicast, unspecified, mapped and translated (NAT64, 6to4, Teredo) addresses do not: the last ones
 * can carry any IPv4 address inside.
 */
export function isPublicAddress(address: string): boolean {
  const bare = withoutBrackets(address);
  if (!ipaddr.isValid(bare)) return false;
  const parsed = ipaddr.parse(bare);
  if (parsed.range() !== "unicast") return false;
  // Of IPv6 only this block is given out (RFC 4291, 2.4); the library takes any unnamed range for unicast.
  return !(parsed instanceof ipaddr.IPv6) || parsed.match(ipaddr.IPv6.parseCIDR("2000::/3"));
}

/**
 * The URL when it may be asked for at all: http(s), without credentials, and not an IP address outside
 * the public internet. Names are judged later, by the address they resolve to. `trustedOrigin` is the
 * configured upstream's own: it may be anywhere.
 */
export function checkClipUrl(address: string, trustedOrigin: string): URL {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null || !/^https?:$/.test(url.protocol) || url.username || url.password) {
    throw new ClipAddressRefused();
  }
  if (url.origin === trustedOrigin) return url;
  // WHATWG URLs have turned 0x7f.1, 2130706433 and the like into dotted form already.
  if (isIpAddress(url.hostname) && !isPublicAddress(url.hostname)) throw new ClipAddressRefused();
  return url;
}

function withoutBrackets(hostname: string): string {
  return hostname.replace(/^\[(.*)\]$/, "$1");
}
