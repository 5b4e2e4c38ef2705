/** How much more one clip cost and how much longer it took, in words. Says only what is known about both clips. */

import { mapSides, type PerSide, type Side } from "#comparison/sides.ts";
import { paragraph } from "#messages/common.ts";
import * as messages from "#messages/compare-facts.ts";
import { entryTimes } from "#studio/domain/life/entry-times.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { comparableCost } from "#studio/domain/usage/costs.ts";
import { formatDuration } from "#studio/format/durations.ts";
import { formatMoney } from "#studio/format/money.ts";
import { type Ratio, ratioOf } from "./ratio.ts";

export interface DifferenceText {
  /** "Pro cost 2.0 times as much and took 2.3 times as long." */
  sentence: string;
  /** The factors of the sentence as amounts; null when it has none. */
  detail: string | null;
}

/** Null when neither the costs nor the times of both clips are known. A file has neither. */
export function differenceSentence(
  entries: PerSide<LibraryEntry | null>,
  names: PerSide<string>,
): DifferenceText | null {
  const { left, right } = mapSides(entries, comparableCost);
  // Amounts in different units cannot be compared.
  const unit = left !== null && left.unit === right?.unit ? left.unit : null;
  const amounts = { left: left?.amount ?? null, right: right?.amount ?? null };
  const cost = unit === null ? null : costDifference(ratioOf(amounts), unit);
  // The waiting time is left out: Kirin's part of it and that of the studio's own queue cannot be separated.
  const time = timeDifference(ratioOf(mapSides(entries, renderedSeconds)));
  const sentence = sentenceOf(cost, time, names);
  return sentence === null ? null : { sentence, detail: detailOf(cost, time) };
}

function renderedSeconds(entry: LibraryEntry | null): string | null {
  const seconds = entry && entryTimes(entry).renderedSeconds;
  return seconds === null ? null : String(seconds);
}

/** One clip has more than the other. The excess is a factor, or an amount when the factor would say nothing. */
interface Larger {
  larger: Side;
  excess: messages.Excess;
  /** The excess as an amount. */
  moreText: string;
}

type Difference = "same" | Larger | null;

function costDifference(ratio: Ratio | null, unit: string): Difference {
  if (ratio === null) return null;
  if (ratio.kind === "same") return "same";
  return larger(ratio, formatMoney({ amount: ratio.more, unit }));
}

/** Times are measured by polling, so a factor that rounds to 1.0 counts as the same time. */
function timeDifference(ratio: Ratio | null): Difference {
  if (ratio === null) return null;
  if (ratio.kind === "same" || isFactorOne(ratio)) return "same";
  return larger(ratio, formatDuration(Number(ratio.more)));
}

function larger(ratio: Exclude<Ratio, { kind: "same" }>, moreText: string): Larger {
  const excess: messages.Excess =
    ratio.kind === "more" || isFactorOne(ratio)
      ? { kind: "more", more: moreText }
      : { kind: "times", times: Number(ratio.times) };
  return { larger: ratio.larger, excess, moreText };
}

function isFactorOne(ratio: Exclude<Ratio, { kind: "same" }>): boolean {
  return ratio.kind === "times" && ratio.times === "1.0";
}

function sentenceOf(cost: Difference, time: Difference, names: PerSide<string>): string | null {
  if (cost === "same" && time === "same") return messages.sameCostAndTime;
  if (isLarger(cost) && isLarger(time) && cost.larger === time.larger) {
    return messages.costAndTook(names[cost.larger], cost.excess, time.excess);
  }
  const sentences: string[] = [];
  if (cost === "same") sentences.push(messages.sameCost);
  else if (cost) sentences.push(messages.cost(names[cost.larger], cost.excess));
  if (time === "same") sentences.push(messages.sameTime);
  else if (time) sentences.push(messages.took(names[time.larger], time.excess));
  return sentences.length === 0 ? null : paragraph(...sentences);
}

function isLarger(difference: Difference): difference is Larger {
  return difference !== null && difference !== "same";
}

/** Null when the sentence has no factor. */
function detailOf(cost: Difference, time: Difference): string | null {
  const money = isLarger(cost) && cost.excess.kind === "times" ? cost : null;
  const seconds = isLarger(time) && time.excess.kind === "times" ? time : null;
  if (money === null) return seconds && messages.moreTime(seconds.moreText);
  // When one clip cost more and the other took longer, "more" and "longer" would describe different clips.
  if (seconds?.larger !== money.larger) return messages.moreMoney(money.moreText);
  return messages.moreMoneyAndTime(money.moreText, seconds.moreText);
}
