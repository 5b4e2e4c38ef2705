/** The orders of the library. */
import Big from "big.js";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { comparableCost } from "#studio/domain/usage/costs.ts";
import type { Sort } from "../library-address.ts";
import type { Opinions } from "./filter-entries.ts";

/** Sorts entries that are newest first. Entries that compare as equal keep that order. */
export function sortEntries(
  entries: readonly LibraryEntry[],
  sort: Sort,
  { remarkOf }: Opinions,
): readonly LibraryEntry[] {
  const rating = ({ id }: LibraryEntry) => remarkOf(id)?.rating ?? 0;
  switch (sort) {
    case "newest":
      return entries;
    case "oldest":
      return entries.toReversed();
    case "highestCost":
      return sortedByCost(entries, (one, other) => compareCosts(other, one));
    case "lowestCost":
      return sortedByCost(entries, compareCosts);
    case "bestRating":
      return entries.toSorted((one, other) => rating(other) - rating(one));
  }
}

interface Cost {
  unit: string;
  amount: Big;
}

/** Parses each cost once, not once per comparison. */
function sortedByCost(
  entries: readonly LibraryEntry[],
  compare: (one: Cost | null, other: Cost | null) => number,
): readonly LibraryEntry[] {
  return entries
    .map((entry) => {
      const cost = comparableCost(entry);
      return { entry, cost: cost && { unit: cost.unit, amount: new Big(cost.amount) } };
    })
    .sort((one, other) => compare(one.cost, other.cost))
    .map(({ entry }) => entry);
}

/** By unit, then by amount. Without a cost that can be compared, lowest. */
function compareCosts(one: Cost | null, other: Cost | null): number {
  if (one === null || other === null) return Number(one !== null) - Number(other !== null);
  if (one.unit !== other.unit) return one.unit < other.unit ? -1 : 1;
  return one.amount.cmp(other.amount);
}
