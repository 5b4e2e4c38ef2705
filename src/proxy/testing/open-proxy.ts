/** A proxy with a scripted Kirin, and the studio's requests to it. */
import { generationSchema } from "#contract/generation.ts";
import { problemSchema } from "#contract/problem.ts";
import { VirtualClock } from "#testing/virtual-clock.ts";
import { createProxy } from "../create-proxy.ts";
import type { PlainFetch, PlainFetchInit, ProxyOptions } from "../options.ts";
import { deferred } from "./deferred.ts";

export const KEY = "sk-secret-0123456789";
export const PROMPT = "A heron over Kyoto at dawn";
export const ORIGIN = "http://localhost:4173";

export interface Call extends PlainFetchInit {
  url: string;
}

export interface Script extends Partial<Omit<ProxyOptions, "upstream" | "clipFetch" | "log">> {
  kirin?: PlainFetch;
  clips?: PlainFetch;
  apiKey?: string | null | (() => string);
  kind?: "simulator" | "live";
}

/** Creates a proxy that records its upstream calls and log lines. */
export function openProxy(script: Script = {}) {
  const { kirin, clips, apiKey = KEY, kind = "live", limits, ...options } = script;
  const currentKey = typeof apiKey === "function" ? apiKey : () => apiKey;
  const calls: Call[] = [];
  const clipCalls: Call[] = [];
  const lines: string[] = [];
  const asked = deferred<void>();
  const clipAsked = deferred<void>();
  const clock = new VirtualClock();
  let ids = 0;
  const app = createProxy({
    clock,
    newRequestId: () => `request-${++ids}`,
    ...options,
    // Time stands still in most tests, so every read would share the first one's answer.
    limits: { pollShareMs: 0, ...limits },
    upstream: {
      baseUrl: "https://kirin.test/base/",
      apiKey: currentKey,
      kind,
      fetch: async (url, init) => {
        calls.push({ url, ...init });
        asked.resolve();
        return (kirin ?? (async () => Response.json(TASK)))(url, init);
      },
    },
    clipFetch: async (url, init) => {
      clipCalls.push({ url, ...init });
      clipAsked.resolve();
      return (clips ?? (async () => new Response(null, { status: 500 })))(url, init);
    },
    log: (line) => lines.push(line),
  });
  return {
    clock,
    calls,
    clipCalls,
    /** Resolves when Kirin is first called; `clipAsked` when clip storage is. */
    asked: asked.promise,
    clipAsked: clipAsked.promise,
    lines,
    get: (path: string, headers: HeadersInit = {}, init: RequestInit = {}) =>
      app.fetch(new Request(ORIGIN + path, { headers, ...init })),
    post: (path: string, body: unknown, headers: HeadersInit = {}) =>
      app.fetch(postRequest(path, body, headers)),
    fetch: app.fetch,
    refuse: app.refuse,
    stop: app.stop,
  };
}

/** A POST as the studio sends it. Strings and bytes are sent unchanged, other values as JSON. */
export function postRequest(path: string, body: unknown, headers: HeadersInit = {}): Request {
  const isRaw = typeof body === "string" || body instanceof Uint8Array;
  const merged = new Headers({
    "Content-Type": "application/json",
    "X-Kirin-Studio": "1",
    Origin: ORIGIN,
    "Sec-Fetch-Site": "same-origin",
  });
  new Headers(headers).forEach((value, name) => {
    merged.set(name, value);
  });
  return new Request(ORIGIN + path, {
    method: "POST",
    headers: merged,
    // Test bytes are always backed by a plain ArrayBuffer.
    body: isRaw ? (body as string | Uint8Array<ArrayBuffer>) : JSON.stringify(body),
  });
}

/** Parses the problem in a response against the contract. */
export async function problemOf(response: Response) {
  const problem = problemSchema.parse(await response.json());
  return { ...problem, contentType: response.headers.get("Content-Type") };
}

/** Parses the generation in a response against the contract. */
export async function generationOf(response: Response) {
  return generationSchema.parse(await response.json());
}

/** A queued task. */
export const TASK = { id: "task-1", status: "in_queue", progress: 0, created_at: 1_790_000_000 };

/** A completed task with one clip. */
export const DONE = {
  id: "task-1",
  status: "completed",
  output: [{ content: [{ type: "video", url: "https://cdn.test/a.mp4?sig=1", duration: "5" }] }],
  usage: { cost: "0.210000000000000000001", discount: 1, unit_price: "0.042" },
};
