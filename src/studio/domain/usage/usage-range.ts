/** The days that a statement covers. */
import { addDays, addMonths, type Day, type Grain, periodOf } from "./days.ts";

/** `30d`: today and the 29 days before it · `month`: this calendar month so far · `12m`: the last 12 months. */
export const RANGE_PRESETS = ["7d", "30d", "month", "12m", "all"] as const;
export type RangePreset = (typeof RANGE_PRESETS)[number];

/** Both ends are included. Null for an open end. */
export interface UsageRange {
  from: Day | null;
  to: Day | null;
}

/** The days of a preset. They end today, so the end is open. */
export function presetRange(preset: RangePreset, today: Day): UsageRange {
  return { from: firstDay(preset, today), to: null };
}

function firstDay(preset: RangePreset, today: Day): Day | null {
  switch (preset) {
    case "7d":
      return addDays(today, -6);
    case "30d":
      return addDays(today, -29);
    case "month":
      return periodOf(today, "month");
    case "12m":
      return addDays(addMonths(today, -12), 1);
    case "all":
      return null;
  }
}

export function isInRange(day: Day, { from, to }: UsageRange): boolean {
  return (from === null || day >= from) && (to === null || day <= to);
}

/** With more periods than this, the next longer period is easier to read. */
const DAYS_MAX = 31;
const WEEKS_DAYS_MAX = 7 * 27;

/** The period that suits a number of days best. */
export function suitableGrain(first: Day, last: Day): Grain {
  if (last <= addDays(first, DAYS_MAX - 1)) return "day";
  return last <= addDays(first, WEEKS_DAYS_MAX - 1) ? "week" : "month";
}
