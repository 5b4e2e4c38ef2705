/** Downloads one clip to this device and keeps it only if the file is intact. */

import type { ClipFault } from "#comparison/media/find-clip-fault.ts";
import type { Problem } from "#contract/problem.ts";
import { fetchClip } from "#studio/api/clip-bytes.ts";
import { type StudioProblemCode, studioProblem } from "#studio/domain/life/studio-problem.ts";
import { type ClipStore, storeProblem, studioClips } from "#studio/storage/clips/clip-store.ts";

/** Resolves to null once the clip is on this device, otherwise to the problem. */
export type SaveClip = (src: string, signal: AbortSignal) => Promise<Problem | null>;

/** Checks a clip for faults. Null if there is none or the check can't be made. */
type FindFault = (clip: Blob) => Promise<ClipFault | null>;

const FAULTS: Readonly<Record<ClipFault, [code: StudioProblemCode, detail: string]>> = {
  "not-a-clip": ["clip-unreadable", "The file isn't a video."],
  "cut-short": ["clip-cut-short", "The file ends before the clip does."],
  damaged: ["clip-damaged", "The first or the last frame can't be decoded."],
};

/** Longer than any clip takes. A decoder that hangs must not block the other clips. */
const CHECK_TIMEOUT_MS = 60_000;

/** The reader is large and loaded on demand. If it can't be loaded, the check is skipped. */
const checkClip: FindFault = async (clip) => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), CHECK_TIMEOUT_MS);
  });
  const check = import("#comparison/media/find-clip-fault.ts").then(
    ({ findClipFault }) => findClipFault(clip),
    () => null,
  );
  const fault = await Promise.race([check, timeout]);
  clearTimeout(timer);
  return fault;
};

/**
 * Downloads clips into a store. An existing copy is checked instead of downloaded again, because the page may have
 * closed between the download and the check.
 */
export function saveClipsIn(store: ClipStore, findFault: FindFault = checkClip): SaveClip {
  /** Checks the copy and removes it if it has a fault. */
  async function check(src: string): Promise<Problem | null> {
    const copy = await store.read(src);
    if (copy === null) return storeProblem("broken");
    const fault = await findFault(copy);
    if (fault === null) return null;
    await store.remove(src);
    const [code, detail] = FAULTS[fault];
    return studioProblem(code, { detail, retryable: true });
  }

  return async (src, signal) => {
    if ((await store.has(src)) && (await check(src)) === null) return null;
    const obstacle = await store.findObstacle();
    if (obstacle !== null) return storeProblem(obstacle);
    const bytes = await fetchClip(src, { signal });
    if (!bytes.ok) return bytes.problem;
    const fault = await store.put(src, bytes.value);
    return fault === null ? check(src) : storeProblem(fault);
  };
}

/** Downloads a clip into this browser's store. */
export const saveClip = saveClipsIn(studioClips);
