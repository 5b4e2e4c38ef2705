/** Calendar days in the creator's own time zone, and the periods that a statement groups them by. */

/** A local calendar day as `YYYY-MM-DD`. Later days sort later as text. */
export type Day = string;

export const GRAINS = ["day", "week", "month"] as const;
/** The length of a period. Weeks begin on Monday, as in ISO 8601. */
export type Grain = (typeof GRAINS)[number];

/** The local day of a point in time. */
export function dayOf(time: Date): Day {
  const year = String(time.getFullYear()).padStart(4, "0");
  return `${year}-${twoDigits(time.getMonth() + 1)}-${twoDigits(time.getDate())}`;
}

/** The local day of an ISO time. */
export function dayOfIso(iso: string): Day {
  return dayOf(new Date(iso));
}

/** The first moment of a day. Days are counted by the calendar, so changes to and from summer time don't matter. */
export function startOf(day: Day): Date {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const start = new Date(2000, month - 1, date);
  // The constructor would read years below 100 as 19xx.
  start.setFullYear(year, month - 1, date);
  return start;
}

/** Whether a text names a day that exists. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && dayOf(startOf(text)) === text;
}

export function addDays(day: Day, count: number): Day {
  const time = startOf(day);
  time.setDate(time.getDate() + count);
  return dayOf(time);
}

/** The same day of another month, or that month's last day. */
export function addMonths(day: Day, count: number): Day {
  const first = startOf(`${day.slice(0, 7)}-01`);
  first.setMonth(first.getMonth() + count);
  const month = dayOf(first).slice(0, 7);
  const last = addDays(nextPeriod(dayOf(first), "month"), -1);
  const wanted = `${month}-${day.slice(8)}`;
  return wanted < last ? wanted : last;
}

/** The first day of the period that a day is in. */
export function periodOf(day: Day, grain: Grain): Day {
  switch (grain) {
    case "day":
      return day;
    case "week":
      return addDays(day, -((startOf(day).getDay() + 6) % 7));
    case "month":
      return `${day.slice(0, 7)}-01`;
  }
}

/** The first days of all periods from the one with `from` to the one with `to`, oldest first. */
export function periodsBetween(from: Day, to: Day, grain: Grain): Day[] {
  const periods: Day[] = [];
  for (let start = periodOf(from, grain); start <= to; start = nextPeriod(start, grain)) {
    periods.push(start);
  }
  return periods;
}

function nextPeriod(start: Day, grain: Grain): Day {
  if (grain === "day") return addDays(start, 1);
  if (grain === "week") return addDays(start, 7);
  return periodOf(addDays(start, 31), "month");
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}
