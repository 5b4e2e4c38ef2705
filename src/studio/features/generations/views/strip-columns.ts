import type { Mode } from "#kirin/parameters.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { modeOf } from "#studio/domain/life/pairs.ts";

/**
 * The columns of the strip, in the order of the entries: one entry each, or a Standard and a Pro one of the same press
 * above each other.
 */
export function stripColumns(entries: readonly LibraryEntry[]): LibraryEntry[][] {
  const done = new Set<string>();
  return entries.flatMap((entry) => {
    const { pairId } = entry;
    if (pairId === null) return [[entry]];
    if (done.has(pairId)) return [];
    done.add(pairId);
    const inMode = (mode: Mode) =>
      entries.filter((other) => other.pairId === pairId && modeOf(other) === mode);
    const [std, pro] = [inMode("std"), inMode("pro")];
    return Array.from({ length: Math.max(std.length, pro.length) }, (_, index) =>
      [std[index], pro[index]].filter((each) => each !== undefined),
    );
  });
}
