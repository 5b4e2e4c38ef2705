/** `GET /api/generations/{id}/clips/{index}`: the bytes, streamed from the address in the task's answer. */
import type { ClipAddresses } from "./clip-addresses.ts";
import { type ClipAnswer, fetchClip } from "./clip-upstream.ts";
import { attachment } from "./content-disposition.ts";
import { type Failure, failed, type Result } from "./failure.ts";
import { readTask } from "./generations.ts";
import { discard } from "./read-limited.ts";
import type { Outcome, Scope } from "./scope.ts";

/** Headers of the clip's host that mean the same from us. */
const PASSED_ON = ["Content-Length", "Content-Range", "Accept-Ranges", "ETag", "Last-Modified"];

/** Serves one clip, whole or in part. */
export async function serveClip(
  scope: Scope,
  addresses: ClipAddresses,
  request: Request,
  path: { id: string; index: string },
): Promise<Outcome> {
  // Longer numbers than this are no index of anything.
  if (!/^\d{1,4}$/.test(path.index)) return clipNotFound();
  const clip = await findAndFetch(scope, addresses, request, path.id, Number(path.index));
  if (!clip.ok) return { kind: "failure", failure: clip.failure };
  const download = new URL(request.url).searchParams.get("download");
  const headers = new Headers({
    "Content-Type": clip.value.type,
    "Cache-Control": "private, max-age=3600",
    // Should the bytes be something else after all, they cannot run. Without an origin of its own, a
    // clip opened in a tab could not load itself: its player asks again, and other origins are refused.
    "Content-Security-Policy": "sandbox allow-same-origin; frame-ancestors 'none'",
  });
  for (const name of PASSED_ON) {
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
 * Fetches from a remembered address first. Where that fails, and when the request wants no memories, Kirin is asked for a
 * fresh one, once.
 */
async function findAndFetch(
  scope: Scope,
  addresses: ClipAddresses,
  request: Request,
  id: string,
  index: number,
): Promise<Result<ClipAnswer>> {
  const remembered = wantsFresh(request) ? undefined : addresses.get(id)?.[index];
  if (remembered) {
    const clip = await fetchClip(scope.proxy, remembered.url, request);
    if (clip.ok || request.signal.aborted || !mayBeCured(clip.failure)) return clip;
  }
  const task = await readTask(scope, id);
  if (!task.ok) return task;
  const { status, clips } = task.value;
  if (status === "queued" || status === "running") return failed({ code: "clip-not-ready" });
  const clip = clips[index];
  if (!clip) return failed({ code: "clip-not-found" });
  addresses.set(id, clips);
  return fetchClip(scope.proxy, clip.url, request);
}

/** RFC 9111, 5.2.1.4: the client wants nothing stored. Whoever lost a download midway asks so. */
function wantsFresh({ headers }: Request): boolean {
  return /(?:^|,)\s*no-cache\s*(?:,|$)/i.test(headers.get("Cache-Control") ?? "");
}

/** Whether another address may do better: expired ones answer with all kinds of things, or not at all. */
function mayBeCured({ code }: Failure): boolean {
  return code !== "range-not-satisfiable";
}

function clipNotFound(): { kind: "failure"; failure: Failure } {
  return { kind: "failure", failure: { code: "clip-not-found" } };
}
