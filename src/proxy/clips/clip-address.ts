/** Rules for the URLs that clip bytes may be fetched from. Hosts apply them when they connect. */
import ipaddr from "ipaddr.js";

/** Thrown for a URL that must not be fetched. */
export class ClipAddressRefused extends Error {
  override readonly name = "ClipAddressRefused";
}

/** Whether a URL's host name is an IP address, with or without brackets. */
export function isIpAddress(hostname: string): boolean {
  return ipaddr.isValid(withoutBrackets(hostname));
}

/**
 * Whether an address belongs to the public internet. Private, loopback, link-local, shared (CGNAT), multicast,
 * unspecified, mapped and translated (NAT64, 6to4, Teredo) addresses do not. Mapped and translated ones can
 * embed any IPv4 address.
 */
export function isPublicAddress(address: string): boolean {
  const bare = withoutBrackets(address);
  if (!ipaddr.isValid(bare)) return false;
  const parsed = ipaddr.parse(bare);
  if (parsed.range() !== "unicast") return false;
  // Only 2000::/3 is allocated in IPv6 (RFC 4291, 2.4); the library reports any unknown range as unicast.
  return !(parsed instanceof ipaddr.IPv6) || parsed.match(ipaddr.IPv6.parseCIDR("2000::/3"));
}

/**
 * Parses a clip URL. Throws {@link ClipAddressRefused} unless it is http(s), has no credentials and is not an
 * IP address outside the public internet. Host names are checked later, by the address they resolve to.
 * `trustedOrigin` is the configured upstream, which may have any address.
 */
export function checkClipUrl(address: string, trustedOrigin: string): URL {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null || !/^https?:$/.test(url.protocol) || url.username || url.password) {
    throw new ClipAddressRefused();
  }
  if (url.origin === trustedOrigin) return url;
  // URL parsing has already normalised forms such as 0x7f.1 and 2130706433.
  if (isIpAddress(url.hostname) && !isPublicAddress(url.hostname)) throw new ClipAddressRefused();
  return url;
}

function withoutBrackets(hostname: string): string {
  return hostname.replace(/^\[(.*)\]$/, "$1");
}
