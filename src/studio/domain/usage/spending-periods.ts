/** Spending over time. */
import { MODES, type Mode } from "#kirin/parameters.ts";
import { type Money, sumMoney } from "#kirin/values/money.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { modeOf } from "#studio/domain/life/pairs.ts";
import { addDays, type Day, dayOfIso, type Grain, periodOf, periodsBetween } from "./days.ts";
import type { Charge } from "./usage.ts";
import type { UsageRange } from "./usage-range.ts";

/** The spending of one period. Amounts have one element per unit. */
export interface SpendingPeriod {
  /** The first day of the period. */
  start: Day;
  clips: number;
  sums: Money[];
  byMode: Readonly<Record<Mode, Money[]>>;
}

/** The local day on which a generation ended, or began if it has not ended. Charges belong to the day of their end. */
export function dayOfEntry({ endedAt, preparedAt }: LibraryEntry): Day {
  return dayOfIso(endedAt ?? preparedAt);
}

/** A chart begins at most this many days before the first charge. */
const EMPTY_DAYS_MAX = 366;

/** The days that a chart of these charges covers: at most until today. Null without charges. */
export function shownDays(
  charges: readonly Charge[],
  { from, to }: UsageRange,
  today: Day,
): { first: Day; last: Day } | null {
  const days = charges.map(({ entry }) => dayOfEntry(entry)).sort();
  const [oldest] = days;
  const newest = days.at(-1);
  if (oldest === undefined || newest === undefined) return null;
  // A range from the address bar may begin in any year.
  const earliest = addDays(oldest, -EMPTY_DAYS_MAX);
  const first = from === null ? oldest : later(from, earliest);
  const last = to !== null && to < today ? to : today;
  // The clock may have been set back since the newest charge.
  return { first, last: later(last, newest) };
}

function later(one: Day, other: Day): Day {
  return one > other ? one : other;
}

/** All periods from the first to the last day, oldest first, including those without charges. */
export function spendingPeriods(
  charges: readonly Charge[],
  { first, last }: { first: Day; last: Day },
  grain: Grain,
): SpendingPeriod[] {
  const byPeriod = groupBy(charges, ({ entry }) => periodOf(dayOfEntry(entry), grain));
  return periodsBetween(first, last, grain).map((start) => {
    const within = byPeriod.get(start) ?? [];
    const sumIn = (mode: Mode) =>
      sumMoney(within.filter(({ entry }) => modeOf(entry) === mode).flatMap(({ costs }) => costs));
    const [std, pro] = MODES.map(sumIn);
    return {
      start,
      clips: within.length,
      sums: sumMoney(within.flatMap(({ costs }) => costs)),
      byMode: { std: std ?? [], pro: pro ?? [] },
    };
  });
}

/** The charges of one press, with their sum. */
export interface PressCharges {
  id: string;
  charges: readonly Charge[];
  sums: Money[];
}

/** Groups charges by press, in the order of each press's first charge. */
export function groupByPress(charges: readonly Charge[]): PressCharges[] {
  const presses = groupBy(charges, ({ entry }) => entry.pairId ?? entry.id);
  return [...presses].map(([id, ofPress]) => ({
    id,
    charges: ofPress,
    sums: sumMoney(ofPress.flatMap(({ costs }) => costs)),
  }));
}

function groupBy<Key>(
  charges: readonly Charge[],
  keyOf: (charge: Charge) => Key,
): Map<Key, Charge[]> {
  const groups = new Map<Key, Charge[]>();
  for (const charge of charges) {
    const key = keyOf(charge);
    const group = groups.get(key);
    if (group) group.push(charge);
    else groups.set(key, [charge]);
  }
  return groups;
}
