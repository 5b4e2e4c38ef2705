/** What a host gives the proxy to work with. */
import { CREATE_TIMEOUT_MS, READ_TIMEOUT_MS } from "#contract/time-limits.ts";
import type { Task } from "#kirin/task.ts";
import type { ClipAddresses } from "./clip-addresses.ts";
import type { ClipTypes } from "./clip-types.ts";
import type { Clock } from "./clock.ts";
import type { Result } from "./failure.ts";
import type { SharedReads } from "./shared-reads.ts";

/**
 * The part of `fetch` that the proxy uses: an address and plain options, never a `Request`. The body may come compressed or
 * decoded: `content-coding.ts` tells by its bytes.
 */
export type PlainFetch = (url: string, init: PlainFetchInit) => Promise<Response>;

export interface PlainFetchInit {
  method: "GET" | "POST";
  headers: Record<string, string>;
  body?: string;
  /** Redirects are never followed by the transport. */
  redirect: "manual";
  signal: AbortSignal;
}

export interface Upstream {
  /** Kirin's base URL, with or without a path. */
  baseUrl: string;
  /** The key, or null when none is set. Asked anew for every call. */
  apiKey: () => string | null;
  kind: "simulator" | "live";
  /** Must never repeat a POST by itself. */
  fetch: PlainFetch;
}

export interface ProxyOptions {
  upstream: Upstream;
  /** Fetches clip bytes, and refuses addresses of private networks: see `clip-address.ts`. */
  clipFetch: PlainFetch;
  /** Receives one line of JSON for every request. */
  log: (line: string) => void;
  /** Host names and addresses the studio answers under, besides those of this machine itself. */
  allowedHosts?: readonly string[];
  /** Serves the studio's own files: whatever is no path of the proxy's. Without it those are 404. */
  assets?: (request: Request) => Response | Promise<Response>;
  clock?: Clock;
  newRequestId?: () => string;
  limits?: Partial<Limits>;
}

export interface Limits {
  createTimeoutMs: number;
  readTimeoutMs: number;
  /** Largest answer of Kirin that is read, in bytes. */
  answerMaxBytes: number;
  /** How long the clip addresses of a task are remembered. */
  clipAddressMs: number;
  /** Told to the studio: the shortest gap between two reads of one task. */
  pollMinMs: number;
}

/** Limits where the host names none. */
export function defaultLimits(kind: Upstream["kind"]): Limits {
  return {
    createTimeoutMs: CREATE_TIMEOUT_MS,
    readTimeoutMs: READ_TIMEOUT_MS,
    answerMaxBytes: 4 * 1024 * 1024,
    // Signed addresses last for hours where they expire at all, and one that fails is replaced.
    clipAddressMs: 5 * 60_000,
    // The simulator answers from memory and renders in seconds; the real service takes minutes.
    pollMinMs: kind === "simulator" ? 500 : 2_000,
  };
}

/** What the handlers work with: every option settled. */
export interface ProxySettings {
  upstream: Upstream;
  clipFetch: PlainFetch;
  clipTypes: ClipTypes;
  /** Where the clips of tasks are, by `taskKey`. */
  clipAddresses: ClipAddresses;
  /** Reads of tasks under way, by `taskKey`. */
  reads: SharedReads<Result<Task>>;
  clock: Clock;
  newRequestId: () => string;
  limits: Limits;
}
