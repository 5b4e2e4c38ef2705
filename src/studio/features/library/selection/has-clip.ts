import { entryStatus } from "#studio/domain/life/entry-status.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";

/** Whether the generation has a clip to compare and to download. */
export function hasClip(entry: LibraryEntry): boolean {
  return entryStatus(entry) === "completed" && (entry.generation?.clips.length ?? 0) > 0;
}
