/** Checks whether a saved clip is intact, and removes it if it isn't. */
import type { ClipFault } from "#comparison/media/find-clip-fault.ts";
import type { Problem } from "#contract/problem.ts";
import { type StudioProblemCode, studioProblem } from "#studio/domain/life/studio-problem.ts";
import { type ClipStore, storeProblem } from "#studio/storage/clips/clip-store.ts";

/** Looks for a fault of a clip. Null if there is none or the check can't be made. */
export type FindFault = (clip: Blob) => Promise<ClipFault | null>;

const FAULTS: Readonly<Record<ClipFault, [code: StudioProblemCode, detail: string]>> = {
  "not-a-clip": ["clip-unreadable", "The file isn't a video."],
  "cut-short": ["clip-cut-short", "The file ends before the clip does."],
  damaged: ["clip-damaged", "The first or the last frame can't be decoded."],
};

/** Longer than any clip takes. A decoder that hangs must not block the other clips. */
const CHECK_TIMEOUT_MS = 60_000;

/** The reader is large and loaded on demand. If it can't be loaded, the check is skipped. */
export const findFault: FindFault = async (clip) => {
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

/** Resolves to null if the copy is intact. Otherwise the copy is gone, and the problem says why. */
export async function checkCopy(
  src: string,
  store: Pick<ClipStore, "read" | "remove">,
  find: FindFault,
): Promise<Problem | null> {
  const copy = await store.read(src);
  if (copy === null) return storeProblem("broken");
  const fault = await find(copy);
  if (fault === null) return null;
  await store.remove(src);
  const [code, detail] = FAULTS[fault];
  return studioProblem(code, { detail, retryable: true });
}
