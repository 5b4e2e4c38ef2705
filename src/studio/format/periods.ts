/** Formats calendar days and periods. Uses the browser's locale, like `dates.ts`. */
import { addDays, type Day, type Grain, startOf } from "#studio/domain/usage/days.ts";

const days = new Intl.DateTimeFormat(undefined, { dateStyle: "medium" });
const months = new Intl.DateTimeFormat(undefined, { month: "long", year: "numeric" });

/** The period that begins on a day: `Nov 22, 2026`, `Nov 16 – 22, 2026`, `November 2026`. */
export function formatPeriod(start: Day, grain: Grain): string {
  const first = startOf(start);
  switch (grain) {
    case "day":
      return days.format(first);
    case "week":
      return days.formatRange(first, startOf(addDays(start, 6)));
    case "month":
      return months.format(first);
  }
}
