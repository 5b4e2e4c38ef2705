/** Which std and which pro generation belong together. */
import { DEFAULTS, type Mode } from "#kirin/parameters.ts";
import { outcomeOf } from "./entry-status.ts";
import type { LibraryEntry } from "./library-entry.ts";

/** The two clips of one prompt; in the order in which they are compared. */
export interface Pair {
  std: LibraryEntry;
  pro: LibraryEntry;
}

/** The mode of an entry, Kirin's default where the creator named none. */
export function modeOf(entry: LibraryEntry): Mode {
  return entry.request.mode ?? DEFAULTS.mode;
}

/** The pair an entry belongs to, from entries newest first; of several tries in one mode, the newest that may have a clip. */
export function pairOf(entry: LibraryEntry, entries: readonly LibraryEntry[]): Pair | undefined {
  if (entry.pairId === null) return undefined;
  const others = entries.filter(({ pairId }) => pairId === entry.pairId);
  const inMode = (mode: Mode) => {
    const tries = others.filter((other) => modeOf(other) === mode);
    return tries.find((other) => !hasNoClip(other)) ?? tries[0];
  };
  const [std, pro] = [inMode("std"), inMode("pro")];
  return std && pro && { std, pro };
}

function hasNoClip(entry: LibraryEntry): boolean {
  const outcome = outcomeOf(entry);
  return outcome !== null && outcome !== "completed";
}
