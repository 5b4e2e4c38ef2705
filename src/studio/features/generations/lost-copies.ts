/** Copies that are gone although the library says that they are on this device: a machine can lose its last writes. */
import { step } from "#studio/domain/life.ts";
import { type ClipStore, studioClips } from "#studio/storage/clip-store.ts";
import type { Library } from "#studio/storage/library.ts";

/** Looks once, and lets what is gone be fetched again. */
export async function findLostCopies(
  library: Library,
  { list }: Pick<ClipStore, "list"> = studioClips,
): Promise<void> {
  await library.load();
  // Before the store is asked: what is kept meanwhile is not gone.
  const kept = library.getSnapshot().entries.filter(({ clipsKeptAt }) => clipsKeptAt !== null);
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
