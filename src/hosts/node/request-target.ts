/** Looks at what names a request's address before anything builds a URL from it. */
import type { IncomingMessage } from "node:http";
import { canonicalHost } from "#proxy/host-name.ts";
import type { RefusalCode } from "./node-app.ts";

/** `name`, `name:port` or `[address]:port`; a name is judged by the URL parser. */
const HOST = /^(\[[^\]]*\]|[^:[\]]+)(?::(\d{1,5}))?$/;

/**
 * Brings `Host` and target of a request into the one form that every URL parser takes, or says why it must be
 * refused. One valid Host header is required (RFC 9112, section 3.2), and a target in absolute form must name the same host.
 */
export function settleTarget(incoming: IncomingMessage): RefusalCode | null {
  const origin = originOf(incoming);
  if (origin === null) return "malformed-request";
  const target = incoming.url ?? "";
  if (/^https?:\/\//i.test(target)) {
    if (!URL.canParse(target)) return "malformed-request";
    const url = new URL(target);
    if (url.host !== origin.host) return "wrong-host";
    incoming.url = url.pathname + url.search;
  } else if (!isOriginForm(target) || !URL.canParse(origin.origin + target)) {
    return "malformed-request";
  }
  incoming.headers.host = origin.host;
  return null;
}

function originOf({ rawHeaders }: IncomingMessage): URL | null {
  const hosts = rawHeaders.filter(
    (_, index) => index % 2 === 1 && rawHeaders[index - 1]?.toLowerCase() === "host",
  );
  const [, name, port] = (hosts.length === 1 && HOST.exec(hosts[0] ?? "")) || [];
  if (name === undefined || canonicalHost(name) === null) return null;
  const address = `http://${name}${port === undefined ? "" : `:${port}`}`;
  return URL.canParse(address) ? new URL(address) : null;
}

/** A path and perhaps a query. URL parsers take a backslash for a slash, so that a path with one names another address. */
function isOriginForm(target: string): boolean {
  const [path = ""] = target.split("?", 1);
  return path.startsWith("/") && !path.includes("\\");
}
