/** Figures derived from charges and outcomes: what a second and a kept clip cost, how often and how fast clips arrive. */
import { MODES } from "#kirin/parameters.ts";
import { resolveRequest } from "#kirin/request.ts";
import { divideMoney, isDecimalAmount, type Money, sumMoney } from "#kirin/values/money.ts";
import { outcomeOf } from "#studio/domain/life/entry-status.ts";
import { entryTimes } from "#studio/domain/life/entry-times.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import type { Charge } from "./usage.ts";

/** The figures of several charges. Amounts have one element per unit. */
export interface ChargeFigures {
  clips: number;
  sums: Money[];
  /** The cost of one second of video, over the clips whose cost in that unit is known. */
  perSecond: Money[];
  /** How many of the clips the creator kept. */
  kept: number;
  /** All costs divided by the number of kept clips. Empty if none was kept. */
  perKept: Money[];
}

/** `keptIds` are the entries whose clips the creator kept. */
export function chargeFigures(
  charges: readonly Charge[],
  keptIds: ReadonlySet<string>,
): ChargeFigures {
  const sums = sumMoney(charges.flatMap(({ costs }) => costs));
  const kept = charges.filter(({ entry }) => keptIds.has(entry.id)).length;
  return {
    clips: charges.length,
    sums,
    perSecond: sums.map((sum) => divideMoney(sum, secondsCharged(charges, sum.unit))),
    kept,
    perKept: kept === 0 ? [] : sums.map((sum) => divideMoney(sum, kept)),
  };
}

/** Seconds of video that have a cost in a unit. */
function secondsCharged(charges: readonly Charge[], unit: string): number {
  return charges
    .filter(({ costs }) => costs.some((cost) => cost.unit === unit && isDecimalAmount(cost)))
    .reduce((total, { entry }) => total + resolveRequest(entry.request).durationSeconds, 0);
}

/** One row of a breakdown. */
export type Cut =
  | { by: "mode"; value: (typeof MODES)[number] }
  | { by: "duration"; value: 5 | 10 }
  | { by: "sound"; value: boolean };

/** Every row of the breakdown, in the order in which it is shown. */
export const CUTS: readonly Cut[] = [
  ...MODES.map((value) => ({ by: "mode", value }) as const),
  { by: "duration", value: 5 },
  { by: "duration", value: 10 },
  { by: "sound", value: true },
  { by: "sound", value: false },
];

/** Whether a charge belongs to a row of the breakdown. */
export function isInCut({ entry }: Charge, cut: Cut): boolean {
  const { mode, durationSeconds, sound } = resolveRequest(entry.request);
  return { mode, duration: durationSeconds, sound }[cut.by] === cut.value;
}

/** How the generations of a statement ended. */
export interface Outcomes {
  completed: number;
  /** Failed at Kirin. */
  failed: number;
  /** Refused, cancelled, or never received by Kirin: nothing was rendered. */
  notRendered: number;
}

export function countOutcomes(entries: readonly LibraryEntry[]): Outcomes {
  const outcomes: Outcomes = { completed: 0, failed: 0, notRendered: 0 };
  for (const entry of entries) {
    const outcome = outcomeOf(entry);
    if (outcome === "completed" || outcome === "failed") outcomes[outcome] += 1;
    else if (outcome !== null && outcome !== "lost") outcomes.notRendered += 1;
  }
  return outcomes;
}

/** How long creators waited for a clip, from the click. Null without a known time. */
export interface WaitingTimes {
  count: number;
  medianSeconds: number;
  /** Nine of ten clips took no longer. */
  ninetiethSeconds: number;
}

export function waitingTimes(entries: readonly LibraryEntry[]): WaitingTimes | null {
  const seconds = entries
    .filter((entry) => outcomeOf(entry) === "completed")
    .flatMap((entry) => entryTimes(entry).totalSeconds ?? [])
    .sort((one, other) => one - other);
  const median = nearestRank(seconds, 0.5);
  const ninetieth = nearestRank(seconds, 0.9);
  if (median === undefined || ninetieth === undefined) return null;
  return { count: seconds.length, medianSeconds: median, ninetiethSeconds: ninetieth };
}

/** The smallest value that at least `share` of the sorted values do not exceed. */
function nearestRank(sorted: readonly number[], share: number): number | undefined {
  return sorted[Math.ceil(sorted.length * share) - 1];
}
