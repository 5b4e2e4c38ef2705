/** The downloads of one tab, with the browser's real locks, channels and cache, and a server that a test plays. */
import { onTestFinished, vi } from "vitest";
import type { ClipBytes } from "#studio/api/clip-bytes.ts";
import type { ApiResult } from "#studio/api/http.ts";
import { createClipStore } from "#studio/storage/clips/clip-store.ts";
import { type ClipDownloads, createClipDownloads, type DownloadDeps } from "../clip-downloads.ts";
import { openDownloadChannel } from "../download-channel.ts";

const NAME = "test-downloads";
const PLENTY = { estimate: async () => ({ quota: 10_000_000_000, usage: 0 }) };

/** The store that all tabs of a test share. It is empty again when the test ends. */
export function testStore(options: Parameters<typeof createClipStore>[0] = {}) {
  onTestFinished(async () => {
    await caches.delete(NAME);
  });
  return createClipStore({ name: NAME, storage: PLENTY, ...options });
}

/** What the server answers. */
export function clipAnswer(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  length: number | null,
): ApiResult<ClipBytes> {
  return { ok: true, value: { type: "video/mp4", length, body } };
}

/** Opens a tab. Its timers ring only when `ring` is called. */
export function openTab(deps: Partial<DownloadDeps> & Pick<DownloadDeps, "fetchClip">) {
  const timers = new Set<() => void>();
  const fetchClip = vi.fn(deps.fetchClip);
  const findFault = vi.fn<DownloadDeps["findFault"]>(async () => null);
  const downloads: ClipDownloads = createClipDownloads({
    store: testStore(),
    findFault,
    channel: openDownloadChannel(NAME),
    locks: navigator.locks,
    now: () => new Date(),
    setTimer(callback) {
      timers.add(callback);
      return () => timers.delete(callback);
    },
    ...deps,
    fetchClip,
  });
  return {
    ...downloads,
    fetchClip,
    findFault,
    ring() {
      for (const timer of timers) timer();
    },
  };
}
