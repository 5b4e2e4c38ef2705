/** `GET /api/generations/{id}/clips/{index}`: streams a clip from the URL in the task. */

import { discard } from "#proxy/bodies/read-limited.ts";
import { kirinIdOf, readTask } from "#proxy/generations/generations.ts";
import type { ProxySettings } from "#proxy/options.ts";
import { type Failure, failed, type Result } from "#proxy/responses/failure.ts";
import { problemRule } from "#proxy/responses/problem-rules.ts";
import { clientLeft, type Outcome, type Scope } from "#proxy/scope.ts";
import { taskKey } from "#proxy/upstream/usable-key.ts";
import { type ClipAnswer, fetchClip } from "./clip-upstream.ts";
import { attachment } from "./content-disposition.ts";

/** Storage headers that are forwarded unchanged. */
const FORWARDED_HEADERS = [
  "Content-Length",
  "Content-Range",
  "Accept-Ranges",
  "ETag",
  "Last-Modified",
];

/** Serves one clip, or a range of it. */
export async function serveClip(
  scope: Scope,
  request: Request,
  path: { id: string; index: string },
): Promise<Outcome> {
  // No task has more than 9999 clips.
  if (!/^\d{1,4}$/.test(path.index)) return clipNotFound();
  const id = await kirinIdOf(scope, path.id);
  const clip = await findAndFetch(scope, request, { id, index: Number(path.index) });
  if (request.signal.aborted) {
    if (clip.ok) discard(clip.value.body);
    return clientLeft();
  }
  if (!clip.ok) return { kind: "failure", failure: clip.failure };
  const download = new URL(request.url).searchParams.get("download");
  const headers = new Headers({
    "Content-Type": clip.value.type,
    // After signing out, nothing may be left that another member could find.
    "Cache-Control": scope.session === null ? "private, max-age=3600" : "no-store",
    // The sandbox keeps the bytes from running as a page. It allows the own origin, because a clip opened in a
    // tab requests itself again and other origins are refused.
    "Content-Security-Policy": "sandbox allow-same-origin; frame-ancestors 'none'",
  });
  for (const name of FORWARDED_HEADERS) {
    const value = clip.value.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  if (download !== null) headers.set("Content-Disposition", attachment(download));
  const isHead = request.method === "HEAD";
  if (isHead) discard(clip.value.body);
  const body = isHead ? null : clip.value.body;
  return { kind: "response", response: new Response(body, { status: clip.value.status, headers }) };
}

/**
 * Fetches a clip from the cached URL. If that fails, or if a second download asks for a fresh URL, reads the
 * task again once. If the read fails too, falls back to a cached URL that has not been tried.
 */
async function findAndFetch(
  scope: Scope,
  request: Request,
  { id, index }: { id: string; index: number },
): Promise<Result<ClipAnswer>> {
  const { proxy } = scope;
  const { clipUrlCache } = proxy;
  const key = taskKey(proxy.upstream, id);
  const isFreshWanted = wantsFresh(request);
  const known = clipUrlCache.get(key, index);
  const isTried = known !== null && (known.isUnused || !isFreshWanted);
  if (isTried) {
    if (isFreshWanted) clipUrlCache.use(key, index);
    const clip = await fetchClip(proxy, known.url, request);
    if (clip.ok || request.signal.aborted || !mayFreshUrlHelp(clip.failure)) return clip;
  }
  const task = await readTask(scope, id, { leaving: request.signal });
  if (!task.ok) {
    const isWorthTrying = known !== null && !isTried && problemRule(task.failure.code).isTransient;
    return isWorthTrying ? fetchClip(proxy, known.url, request) : task;
  }
  const { status, clips } = task.value;
  if (status === "queued" || status === "running") return failed({ code: "clip-not-ready" });
  const clip = clips[index];
  if (!clip) return failed({ code: "clip-not-found" });
  if (isFreshWanted) clipUrlCache.use(key, index);
  return isTried ? fetchClip(proxy, clip.url, request) : fetchWithRetry(proxy, clip.url, request);
}

/** Fetches, and retries once after a transient failure that was not a timeout and had no retry delay. */
async function fetchWithRetry(
  proxy: ProxySettings,
  url: string,
  request: Request,
): Promise<Result<ClipAnswer>> {
  const startedMs = proxy.clock.now();
  const clip = await fetchClip(proxy, url, request);
  const isTimedOut = proxy.clock.now() - startedMs >= proxy.limits.readTimeoutMs;
  if (clip.ok || isTimedOut || request.signal.aborted) return clip;
  const { code, retryAfterSeconds } = clip.failure;
  const isTransient = code === "clip-unavailable" && retryAfterSeconds === undefined;
  return isTransient ? fetchClip(proxy, url, request) : clip;
}

/**
 * Whether the client sent `no-cache` (RFC 9111, 5.2.1.4). The studio does so after a download was interrupted.
 */
function wantsFresh({ headers }: Request): boolean {
  return /(?:^|,)\s*no-cache\s*(?:,|$)/i.test(headers.get("Cache-Control") ?? "");
}

/** Whether a fresh URL may help. Expired URLs fail in many ways, so only an unsatisfiable range is final. */
function mayFreshUrlHelp({ code }: Failure): boolean {
  return code !== "range-not-satisfiable";
}

function clipNotFound(): { kind: "failure"; failure: Failure } {
  return { kind: "failure", failure: { code: "clip-not-found" } };
}
