/** What generations cost, added up exactly. */
import { MODES, type Mode } from "#kirin/parameters.ts";
import { isEnded } from "./entry-rules.ts";
import type { LibraryEntry } from "./library-entry.ts";
import { sumUsd } from "./money.ts";
import { modeOf } from "./pairs.ts";

/** A completed generation and its cost; null where Kirin reported none. */
export interface Charge {
  entry: LibraryEntry;
  cost: string | null;
}

export interface ModeUsage {
  mode: Mode;
  count: number;
  sum: string;
}

export interface UsageSummary {
  /** Newest first. */
  charges: Charge[];
  sum: string;
  byMode: ModeUsage[];
  /** Charges that Kirin gave no figure for; the sum does not hold them. */
  unreportedCount: number;
}

/** The charges among entries: everything that completed, and whatever else came with a cost. A task counts once. */
export function summarizeUsage(entries: readonly LibraryEntry[]): UsageSummary {
  const seen = new Set<string>();
  const charges = entries.flatMap((entry): Charge[] => {
    const { generation } = entry;
    if (!isEnded(entry) || generation === null || seen.has(generation.id)) return [];
    const cost = generation.usage?.cost ?? null;
    if (generation.status !== "completed" && cost === null) return [];
    seen.add(generation.id);
    return [{ entry, cost }];
  });
  return {
    charges,
    sum: sumOf(charges),
    byMode: MODES.map((mode) => {
      const ofMode = charges.filter(({ entry }) => modeOf(entry) === mode);
      return { mode, count: ofMode.length, sum: sumOf(ofMode) };
    }),
    unreportedCount: charges.filter(({ cost }) => cost === null).length,
  };
}

function sumOf(charges: readonly Charge[]): string {
  return sumUsd(charges.flatMap(({ cost }) => cost ?? []));
}
