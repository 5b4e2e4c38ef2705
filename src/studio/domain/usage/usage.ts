/** Sums the cost of generations exactly, separately for each unit. */

import { MODES, type Mode } from "#kirin/parameters.ts";
import { isDecimalAmount, type Money, sumMoney, USD } from "#kirin/values/money.ts";
import { isEnded } from "#studio/domain/life/entry-rules.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { modeOf } from "#studio/domain/life/pairs.ts";
import { costsOf } from "./costs.ts";

/** A completed generation and its cost. No amounts if Kirin reported none. */
export interface Charge {
  entry: LibraryEntry;
  costs: readonly Money[];
}

export interface ModeUsage {
  mode: Mode;
  count: number;
  sums: Money[];
}

export interface UsageSummary {
  /** Newest first. */
  charges: Charge[];
  /** One per unit, USD first. $0.00 if nothing can be summed. */
  sums: Money[];
  byMode: ModeUsage[];
  /** Charges without a reported cost. The sums exclude them. */
  unreportedCount: number;
  /** Charges whose cost is not a plain number. The sums exclude that cost. */
  uncountedCount: number;
}

/** The charges among entries: all completed ones, and others that report a cost. Each task counts once. */
export function summarizeUsage(entries: readonly LibraryEntry[]): UsageSummary {
  const seen = new Set<string>();
  const charges = entries.flatMap((entry): Charge[] => {
    const { generation } = entry;
    if (!isEnded(entry) || generation === null || seen.has(generation.id)) return [];
    const costs = costsOf(entry);
    if (generation.status !== "completed" && costs.length === 0) return [];
    seen.add(generation.id);
    return [{ entry, costs }];
  });
  return {
    charges,
    sums: sumsOf(charges),
    byMode: MODES.map((mode) => {
      const ofMode = charges.filter(({ entry }) => modeOf(entry) === mode);
      return { mode, count: ofMode.length, sums: sumsOf(ofMode) };
    }),
    unreportedCount: charges.filter(({ costs }) => costs.length === 0).length,
    uncountedCount: charges.filter(({ costs }) => !costs.every(isDecimalAmount)).length,
  };
}

function sumsOf(charges: readonly Charge[]): Money[] {
  const sums = sumMoney(charges.flatMap(({ costs }) => costs));
  return sums.length > 0 ? sums : [{ amount: "0", unit: USD }];
}
