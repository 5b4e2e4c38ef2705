/** Finds finished clips by the words of their prompts. */
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { clipOf } from "./choose-sides.ts";

/** Finished clips whose prompt contains all of the words, also as parts of words, in the order of `entries`. */
export function findClips(entries: readonly LibraryEntry[], wanted: string): LibraryEntry[] {
  const parts = wanted.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return entries.filter((entry) => {
    if (clipOf(entry) === null) return false;
    const prompt = entry.request.prompt.toLocaleLowerCase();
    return parts.every((part) => prompt.includes(part));
  });
}
