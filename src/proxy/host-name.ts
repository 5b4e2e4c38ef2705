/**
 * The names a server may be asked under. A page whose own name was pointed at this machine (DNS
 * rebinding) is same-origin to the browser; only the name it asks under gives it away.
 */
import ipaddr from "ipaddr.js";

/**
 * One form for every spelling of a host: lower case, no trailing dot, no brackets, IPv6 shortened, and
 * IPv4 inside IPv6 as IPv4. Null for what is no host name, a port or a path included.
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

/** Whether a host is this machine itself: `localhost`, a name below it, or a loopback address. */
export function isLoopbackHost(host: string): boolean {
  const name = canonicalHost(host);
  if (name === null) return false;
  if (ipaddr.isValid(name)) return ipaddr.parse(name).range() === "loopback";
  return name === "localhost" || name.endsWith(".localhost");
}

/** Whether a server answers to `host`: this machine's own names always, others when they are in `allowed`. */
export function isAllowedHost(host: string, allowed: readonly string[]): boolean {
  const name = canonicalHost(host);
  return (
    name !== null && (isLoopbackHost(name) || allowed.some((one) => canonicalHost(one) === name))
  );
}
