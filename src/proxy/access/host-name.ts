/**
 * Checks of the host name a request was sent to. A page whose domain resolves to this machine (DNS rebinding)
 * is same-origin to the browser; only the host name reveals it.
 */
import ipaddr from "ipaddr.js";

/**
 * Normalises a host: lower case, no trailing dot, no brackets, compressed IPv6, and IPv4-mapped IPv6 as IPv4.
 * Returns null for anything else, such as a host with a port or a path.
 */
export function canonicalHost(text: string): string | null {
  const isBareIpv6 = ipaddr.IPv6.isValid(text);
  if (!isBareIpv6 && !/^(?:\[[0-9a-f:.]+\]|[^\s:/?#@%*,\\[\]]+)$/i.test(text)) return null;
  const address = `http://${isBareIpv6 ? `[${text}]` : text}`;
  if (!URL.canParse(address)) return null;
  const name = new URL(address).hostname.replace(/^\[(.*)\]$/, "$1").replace(/\.$/, "");
  if (name === "") return null;
  return ipaddr.isValid(name) ? ipaddr.process(name).toString() : name;
}

/** Whether a host is this machine: `localhost`, a subdomain of it, or a loopback address. */
export function isLoopbackHost(host: string): boolean {
  const name = canonicalHost(host);
  if (name === null) return false;
  if (ipaddr.isValid(name)) return ipaddr.parse(name).range() === "loopback";
  return name === "localhost" || name.endsWith(".localhost");
}

/** Whether requests to `host` are served: always for loopback hosts, otherwise only when it is in `allowed`. */
export function isAllowedHost(host: string, allowed: readonly string[]): boolean {
  const name = canonicalHost(host);
  return (
    name !== null && (isLoopbackHost(name) || allowed.some((one) => canonicalHost(one) === name))
  );
}
