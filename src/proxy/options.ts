/** What a host passes to the proxy. */
import { CREATE_TIMEOUT_MS, READ_TIMEOUT_MS } from "#contract/time-limits.ts";
import type { Task } from "#kirin/task.ts";
import type { ClipTypeCache } from "./clips/clip-type-cache.ts";
import type { ClipUrlCache } from "./clips/clip-url-cache.ts";
import type { Clock } from "./clock.ts";
import type { SharedReads } from "./generations/shared-reads.ts";
import type { MetricsAccess } from "./metrics/metrics-route.ts";
import type { ProxyMetrics } from "./metrics/proxy-metrics.ts";
import type { Result } from "./responses/failure.ts";
import type { TeamOptions } from "./sessions/team-access.ts";

/**
 * The part of `fetch` that the proxy uses: a URL and plain options, never a `Request`. The body may arrive
 * compressed or already decoded; `content-coding.ts` handles both.
 */
export type PlainFetch = (url: string, init: PlainFetchInit) => Promise<Response>;

export interface PlainFetchInit {
  method: "GET" | "POST";
  headers: Record<string, string>;
  body?: string;
  /** The transport must not follow redirects. */
  redirect: "manual";
  signal: AbortSignal;
}

export interface Upstream {
  /** Kirin's base URL, with or without a path. */
  baseUrl: string;
  /** The key, or null when none is set. Read again for every call. */
  apiKey: () => string | null;
  kind: "simulator" | "live";
  /** Must never retry a POST. */
  fetch: PlainFetch;
}

export interface ProxyOptions {
  upstream: Upstream;
  /** Fetches clip bytes and refuses addresses of private networks: see `clip-address.ts`. */
  clipFetch: PlainFetch;
  /** Receives one line of JSON per request. */
  log: (line: string) => void;
  /** Host names and addresses that are served besides loopback ones. */
  allowedHosts?: readonly string[];
  /** Whether browsers reach the studio over https only, although the host may receive plain http. */
  isHttps?: boolean;
  /** Serves the static files: every path outside the API. Without it those paths are 404. */
  assets?: (request: Request) => Response | Promise<Response>;
  /** Sign-in with a team's password. Without it everyone who reaches the proxy may use it. */
  team?: TeamOptions;
  /** Who may read `/metrics`. Without it nobody may. */
  metrics?: MetricsAccess;
  clock?: Clock;
  newRequestId?: () => string;
  limits?: Partial<Limits>;
}

export interface Limits {
  createTimeoutMs: number;
  readTimeoutMs: number;
  /** Maximum size of a Kirin response, in bytes. */
  answerMaxBytes: number;
  /** Maximum size of a clip, in bytes. */
  clipMaxBytes: number;
  /** How old an answer about a task may be that a poll shares with earlier ones, in milliseconds. */
  pollShareMs: number;
  /** How long clip URLs are cached, in milliseconds. */
  clipAddressMs: number;
  /** Sent to the studio: the minimum interval between two reads of one task. */
  pollMinMs: number;
}

/** Default limits. */
export function defaultLimits(kind: Upstream["kind"]): Limits {
  return {
    createTimeoutMs: CREATE_TIMEOUT_MS,
    readTimeoutMs: READ_TIMEOUT_MS,
    answerMaxBytes: 4 * 1024 * 1024,
    // Ten seconds of 1080p take about 20 MB.
    clipMaxBytes: 1024 * 1024 * 1024,
    // Ten thousand polls of one task in a second ask Kirin four times.
    pollShareMs: 250,
    // Signed URLs that expire last for hours, and a URL that fails is replaced.
    clipAddressMs: 5 * 60_000,
    // The simulator answers from memory and renders in seconds; Kirin takes minutes.
    pollMinMs: kind === "simulator" ? 500 : 2_000,
  };
}

/** All options with defaults applied, and the state of one proxy. */
export interface ProxySettings {
  upstream: Upstream;
  clipFetch: PlainFetch;
  clipTypeCache: ClipTypeCache;
  /** Cached clip URLs, by `taskKey`. */
  clipUrlCache: ClipUrlCache;
  metrics: ProxyMetrics;
  /** Task reads in flight, by `taskKey`. */
  reads: SharedReads<Result<Task>>;
  clock: Clock;
  newRequestId: () => string;
  limits: Limits;
}
