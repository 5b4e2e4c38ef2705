/** Which clients count as one when attempts are limited. */
import ipaddr from "ipaddr.js";

/** Length of the part of an IPv6 address that one customer of a provider has. */
const IPV6_PREFIX_BITS = 64;

/**
 * The key of the connection's address: an IPv4 address, or the /64 network of an IPv6 address, because a client has all
 * addresses of its network. Headers such as X-Forwarded-For are never used, because clients can set them.
 */
export function clientKey(address: string | undefined): string {
  if (address === undefined || !ipaddr.isValid(address)) return "unknown";
  const parsed = ipaddr.process(address);
  if (!(parsed instanceof ipaddr.IPv6)) return parsed.toString();
  const network = parsed.parts.slice(0, IPV6_PREFIX_BITS / 16).map((part) => part.toString(16));
  return `${network.join(":")}::/${IPV6_PREFIX_BITS}`;
}
