/** What the difference cost and how long it took, in a sentence; each part only where it is known of both. */

import * as words from "#messages/compare-facts.ts";
import { comparableCost } from "#studio/domain/costs.ts";
import type { LibraryEntry } from "#studio/domain/library-entry.ts";
import { formatMoney } from "#studio/domain/money.ts";
import { entryTimes, formatSeconds } from "#studio/domain/times.ts";
import { mapSides, type PerSide } from "../side.ts";
import { type Ratio, ratioOf } from "./ratio.ts";

export interface DifferenceWords {
  /** "Pro cost 2.0 times as much and took 2.3 times as long." */
  sentence: string;
  /** The same in money and seconds; null where there is nothing to add. */
  detail: string | null;
}

/** Null where neither costs nor times of both are known. A file has neither. */
export function differenceSentence(
  entries: PerSide<LibraryEntry | null>,
  names: PerSide<string>,
): DifferenceWords | null {
  const { left, right } = mapSides(entries, comparableCost);
  // Amounts in different units cannot be compared.
  const unit = left !== null && left.unit === right?.unit ? left.unit : null;
  const amounts = { left: left?.amount ?? null, right: right?.amount ?? null };
  const cost = unit === null ? null : costRatio(ratioOf(amounts), unit);
  // Of the waiting, Kirin's part and the creator's own queue cannot be told apart.
  const time = ratioOf(mapSides(entries, renderedSeconds));
  const clause = joined(cost, time, names);
  return clause === null
    ? null
    : { sentence: words.sentence(clause), detail: detailOf(cost, time) };
}

function renderedSeconds(entry: LibraryEntry | null): string | null {
  const seconds = entry && entryTimes(entry).renderedSeconds;
  return seconds === null ? null : String(seconds);
}

/** A ratio of costs, with the difference as an amount to read. */
type CostRatio =
  | Extract<Ratio, { kind: "same" }>
  | (Exclude<Ratio, { kind: "same" }> & { moreText: string });

function costRatio(ratio: Ratio | null, unit: string): CostRatio | null {
  if (ratio === null || ratio.kind === "same") return ratio;
  return { ...ratio, moreText: formatMoney({ amount: ratio.more, unit }) };
}

function joined(cost: CostRatio | null, time: Ratio | null, names: PerSide<string>): string | null {
  const costs = cost && costClause(cost, names);
  if (time === null) return costs;
  if (isSame(time))
    return costs === null ? words.tookSame : words.twoSubjects(costs, words.tookSame);
  const took = tookVerb(time);
  if (costs === null) return words.subject(names[time.larger], took);
  return cost?.kind !== "same" && cost?.larger === time.larger
    ? words.oneSubject(costs, took)
    : words.twoSubjects(costs, words.subject(names[time.larger], took));
}

function costClause(cost: CostRatio, names: PerSide<string>): string {
  if (cost.kind === "same") return words.costSame;
  const name = names[cost.larger];
  return cost.kind === "more" || isSame(cost)
    ? words.costMore(name, cost.moreText)
    : words.costTimes(name, cost.times);
}

function tookVerb(time: Exclude<Ratio, { kind: "same" }>): string {
  return time.kind === "more"
    ? words.tookMore(formatSeconds(Number(time.more)))
    : words.tookTimes(time.times);
}

/** Equal, or so near that the factor would say so. */
function isSame(ratio: Ratio): ratio is { kind: "same" } {
  return ratio.kind === "same" || (ratio.kind === "times" && ratio.times === "1.0");
}

function detailOf(cost: CostRatio | null, time: Ratio | null): string | null {
  const parts: string[] = [];
  if (cost?.kind === "times" && !isSame(cost)) parts.push(words.moreMoney(cost.moreText));
  if (time?.kind === "times" && !isSame(time)) {
    // With two dearer sides, "more" and "longer" would not be said of the same one.
    if (parts.length === 0 || (cost?.kind === "times" && cost.larger === time.larger)) {
      parts.push(words.longerToRender(formatSeconds(Number(time.more))));
    }
  }
  return parts.length === 0 ? null : words.thatIs(parts);
}
