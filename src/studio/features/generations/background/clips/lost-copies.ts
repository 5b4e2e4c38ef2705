/** Finds copies that are missing although the library lists them as saved. A crash can lose a machine's last writes. */
import { step } from "#studio/domain/life/life.ts";
import { type ClipStore, studioClips } from "#studio/storage/clips/clip-store.ts";
import type { Library } from "#studio/storage/library/library.ts";

/** Checks once and marks missing copies for another download. */
export async function findLostCopies(
  library: Library,
  { list }: Pick<ClipStore, "list"> = studioClips,
): Promise<void> {
  await library.load();
  // Read before the store is listed, so that a clip saved in between doesn't count as missing.
  const kept = library.getState().entries.filter(({ clipsKeptAt }) => clipsKeptAt !== null);
  const here = kept.length > 0 ? await list() : null;
  if (here === null) return;
  const lost = kept.filter(
    ({ generation }) => !generation?.clips.every(({ src }) => here.has(src)),
  );
  await library.updateAll(
    lost.map(({ id }) => id),
    (entry) => step(entry, { type: "keep", keptAt: null, problem: null }),
  );
}
