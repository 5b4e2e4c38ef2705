/** The creator's wish to have clips on this device after all. */
import { step } from "#studio/domain/life.ts";
import { studioLibrary } from "#studio/storage/studio-library.ts";

/** Forgets why the clips of an entry are not here. The leading tab sees that, and fetches them. */
export async function fetchClipsAgain(id: string): Promise<void> {
  await studioLibrary.update(id, (entry) =>
    entry.clipsProblem === null
      ? entry
      : step(entry, { type: "keep", keptAt: null, problem: null }),
  );
}
