/** Which std and which pro generation belong together. */
import { DEFAULTS, type Mode } from "#kirin/parameters.ts";
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

/** The pair an entry belongs to, from entries newest first; of several tries in one mode, the newest that is not lost. */
export function pairOf(entry: LibraryEntry, entries: readonly LibraryEntry[]): Pair | undefined {
  if (entry.pairId === null) return undefined;
  const others = entries.filter(({ pairId }) => pairId === entry.pairId);
  const inMode = (mode: Mode) => {
    const tries = others.filter((other) => modeOf(other) === mode);
    return tries.find((other) => !isLost(other)) ?? tries[0];
  };
  const [std, pro] = [inMode("std"), inMode("pro")];
  return std && pro && { std, pro };
}

function isLost(entry: LibraryEntry): boolean {
  return entry.phase === "refused" || entry.generation?.status === "failed";
}
