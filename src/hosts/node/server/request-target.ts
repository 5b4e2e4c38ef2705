/** Validates a request's host and target before a URL is built from them. */
import type { IncomingMessage } from "node:http";
import { canonicalHost } from "#proxy/access/host-name.ts";
import type { RefusalCode } from "./node-app.ts";

/** `name`, `name:port` or `[address]:port`. The URL parser validates the name. */
const HOST = /^(\[[^\]]*\]|[^:[\]]+)(?::(\d{1,5}))?$/;

/**
 * Normalises `Host` and target of a request, or returns why it must be refused. Exactly one valid Host header
 * is required (RFC 9112, section 3.2), and a target in absolute form must name the same host.
 */
export function normaliseTarget(incoming: IncomingMessage): RefusalCode | null {
  const origin = originOf(incoming);
  if (origin === null) return "malformed-request";
  const target = incoming.url ?? "";
  if (/^https?:\/\//i.test(target)) {
    if (!URL.canParse(target)) return "malformed-request";
    const url = new URL(target);
    if (url.host !== origin.host) return "wrong-host";
    incoming.url = url.pathname + url.search;
  } else if (!isOriginForm(target)) return "malformed-request";
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

/**
 * A path with an optional query. URL parsers treat a backslash as a slash, so a path with one would name
 * another resource.
 */
function isOriginForm(target: string): boolean {
  const [path = ""] = target.split("?", 1);
  return path.startsWith("/") && !path.includes("\\");
}
