/** `GET /metrics` and `GET /readyz`, for operators. */
import { isSameSecret } from "#proxy/access/same-secret.ts";
import type { ProxySettings } from "#proxy/options.ts";
import type { Outcome, Scope } from "#proxy/scope.ts";
import { usableKey } from "#proxy/upstream/usable-key.ts";
import { exposition, METRICS_CONTENT_TYPE, type Series } from "./series.ts";

/** Who may read the metrics, and what the host adds to them. */
export interface MetricsAccess {
  /** Whether everyone who reaches the server may read them. Only for a server that nobody else can use. */
  isOpen: boolean;
  /** Bearer token of the scraper, or null when there is none. */
  token: string | null;
  /** Metrics of the host, such as its memory. */
  hostSeries: readonly Series[];
}

/** The metrics, or a 404 for everyone who may not read them. */
export async function serveMetrics(
  { proxy }: Scope,
  { headers }: Request,
  access: MetricsAccess | undefined,
): Promise<Outcome> {
  const isAllowed =
    access !== undefined && (access.isOpen || (await hasToken(headers, access.token)));
  if (!isAllowed) return { kind: "failure", failure: { code: "not-found" } };
  const text = exposition([...proxy.metrics.series, ...access.hostSeries]);
  const response = new Response(text, { headers: { "Content-Type": METRICS_CONTENT_TYPE } });
  return { kind: "response", response };
}

async function hasToken(headers: Headers, token: string | null): Promise<boolean> {
  const sent = headers.get("Authorization");
  return token !== null && sent !== null && isSameSecret(sent, `Bearer ${token}`);
}

/** Whether the studio can create anything. A stopping server is refused before this. */
export function serveReadiness({ upstream }: ProxySettings): Outcome {
  return usableKey(upstream) === null
    ? { kind: "failure", failure: { code: "missing-key" } }
    : { kind: "json", status: 200, value: { status: "ready" } };
}
