/** Brings one clip onto this device. */
import type { Problem } from "#contract/problem.ts";
import { fetchClip } from "#studio/api/clip-bytes.ts";
import { type ClipStore, keepProblem, studioClips } from "#studio/storage/clip-store.ts";

/** Gives null once the clip is on this device, or why it is not. */
export type KeepClip = (src: string, signal: AbortSignal) => Promise<Problem | null>;

/** Fetches clips into a store; one that is there is not fetched again. */
export function keepClipsIn(store: ClipStore): KeepClip {
  return async (src, signal) => {
    if (await store.has(src)) return null;
    const obstacle = await store.findObstacle();
    if (obstacle !== null) return keepProblem(obstacle);
    const bytes = await fetchClip(src, { signal });
    if (!bytes.ok) return bytes.problem;
    const fault = await store.put(src, bytes.value);
    return fault === null ? null : keepProblem(fault);
  };
}

/** Brings a clip into the store of this browser. */
export const keepClip = keepClipsIn(studioClips);
