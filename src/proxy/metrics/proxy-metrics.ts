/** The metrics of one proxy. */
import type { CreateOutcome } from "#contract/problem.ts";
import { GENERATIONS_PATH } from "#contract/routes.ts";
import { createCounter, createGauge, createHistogram, type Series } from "./series.ts";

/** An answered request. */
export interface RequestEvent {
  method: string;
  /** The route's pattern, `static` for files, or `*` when none matched. */
  route: string;
  status: number;
  /** The problem code, if the answer is a problem. */
  code?: string;
  /** The outcome of a create that failed. */
  outcome?: CreateOutcome;
  ms: number;
}

/** A call to Kirin or to its storage. */
export interface UpstreamEvent {
  call: "create" | "read" | "quote" | "clip";
  /** A problem code, or the class of the HTTP status, such as `2xx`. */
  result: string;
  ms: number;
}

export interface ProxyMetrics {
  request(event: RequestEvent): void;
  upstream(event: UpstreamEvent): void;
  series: readonly Series[];
}

/** Upper limits in seconds: from an answer out of memory to the time limit of a create. */
const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
/** Any other method is counted as `other`, because clients can make up as many as they like. */
const METHODS = new Set(["GET", "HEAD", "POST", "OPTIONS", "PUT", "PATCH", "DELETE"]);

/** Creates empty metrics. `createsInFlight` is read at every scrape. */
export function createMetrics(createsInFlight: () => number): ProxyMetrics {
  const requests = createCounter({
    name: "kirin_studio_requests_total",
    help: "Answered requests.",
  });
  const problems = createCounter({
    name: "kirin_studio_problems_total",
    help: "Answers that are problems, by their code.",
  });
  const durations = createHistogram(
    {
      name: "kirin_studio_request_duration_seconds",
      help: "Time until an answer starts.",
    },
    SECONDS,
  );
  const creates = createCounter({
    name: "kirin_studio_creates_total",
    help: "Creates by outcome: created, refused by Kirin, not sent, or unknown.",
  });
  const calls = createCounter({
    name: "kirin_studio_upstream_calls_total",
    help: "Calls to Kirin and its storage, by result.",
  });
  const callDurations = createHistogram(
    {
      name: "kirin_studio_upstream_call_duration_seconds",
      help: "Time until Kirin has answered, or until its storage starts to.",
    },
    SECONDS,
  );
  const inFlight = createGauge(
    { name: "kirin_studio_creates_in_flight", help: "Creates that wait for Kirin." },
    createsInFlight,
  );
  return {
    series: [requests, problems, durations, creates, calls, callDurations, inFlight],
    request({ method, route, status, code, outcome, ms }) {
      requests.add({
        method: METHODS.has(method) ? method : "other",
        route,
        status: String(status),
      });
      durations.observe({ route }, ms / 1000);
      if (code !== undefined) problems.add({ code });
      if (method === "POST" && route === GENERATIONS_PATH) {
        creates.add({ outcome: outcome ?? "created" });
      }
    },
    upstream({ call, result, ms }) {
      calls.add({ call, result });
      callDurations.observe({ call }, ms / 1000);
    },
  };
}
