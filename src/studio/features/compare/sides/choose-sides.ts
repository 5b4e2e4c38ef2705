/** Determines the two clips that the comparison shows. */

import { mapSides, type PerSide, SIDES } from "#comparison/sides.ts";
import type { Clip } from "#contract/generation.ts";
import { outcomeOf } from "#studio/domain/life/entry-status.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { type Pair, pairOf } from "#studio/domain/life/pairs.ts";
import { FILE_SIDE } from "#studio/domain/paths.ts";

/** The choice for one side. */
export type SideChoice =
  | { kind: "entry"; entry: LibraryEntry }
  /** A file from the creator's disk. URLs cannot hold it, so after a reload it is null until chosen again. */
  | { kind: "file"; file: File | null }
  /** The URL contains a generation that is not in this library. */
  | { kind: "missing" }
  | { kind: "empty" };

/** Files dropped or chosen since the page loaded. */
export type SideFiles = PerSide<File | null>;

export const NO_FILES: SideFiles = { left: null, right: null };

/** The sides with these ids. Without ids, the latest pair. */
export function chooseSides(
  ids: PerSide<string | null>,
  entries: readonly LibraryEntry[],
  files: SideFiles = NO_FILES,
): PerSide<SideChoice> {
  if (ids.left === null && ids.right === null) {
    const latest = pairsOf(entries).next().value;
    if (latest === undefined) return { left: { kind: "empty" }, right: { kind: "empty" } };
    return {
      left: { kind: "entry", entry: latest.std },
      right: { kind: "entry", entry: latest.pro },
    };
  }
  return mapSides(ids, (id, side): SideChoice => {
    if (id === null || id === "") return { kind: "empty" };
    if (id === FILE_SIDE) return { kind: "file", file: files[side] };
    const entry = entries.find((each) => each.id === id);
    return entry === undefined ? { kind: "missing" } : { kind: "entry", entry };
  });
}

/** The side's value in the URL; empty if there is none. */
export function keyOf(choice: SideChoice): string {
  if (choice.kind === "entry") return choice.entry.id;
  return choice.kind === "file" ? FILE_SIDE : "";
}

/** The generations among the two sides. */
export function chosenEntries(sides: PerSide<SideChoice>): LibraryEntry[] {
  return SIDES.flatMap((side) => {
    const choice = sides[side];
    return choice.kind === "entry" ? [choice.entry] : [];
  });
}

/** The clip of a finished generation. */
export function clipOf(entry: LibraryEntry): Clip | null {
  return outcomeOf(entry) === "completed" ? (entry.generation?.clips[0] ?? null) : null;
}

/** All pairs, newest first. */
export function listPairs(entries: readonly LibraryEntry[]): Pair[] {
  return [...pairsOf(entries)];
}

function* pairsOf(entries: readonly LibraryEntry[]): Generator<Pair, undefined> {
  const seen = new Set<string>();
  for (const entry of entries) {
    if (entry.pairId === null || seen.has(entry.pairId)) continue;
    const pair = pairOf(entry, entries);
    if (pair === undefined) continue;
    seen.add(entry.pairId);
    yield pair;
  }
}
