/** The creator's request to download clips again. */
import { step } from "#studio/domain/life/life.ts";
import { studioLibrary } from "#studio/storage/library/studio-library.ts";

/** Clears the entry's clip problem. The leading tab sees the change and retries the download. */
export async function fetchClipsAgain(id: string): Promise<void> {
  await studioLibrary.update(id, (entry) =>
    entry.clipsProblem === null
      ? entry
      : step(entry, { type: "keep", keptAt: null, problem: null }),
  );
}
