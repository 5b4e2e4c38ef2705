/** Moments as a creator reads them, in the creator's own place and manner. */

const formatter = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });
const clock = new Intl.DateTimeFormat(undefined, { timeStyle: "medium" });

/** Day and time of an ISO time. */
export function formatMoment(iso: string): string {
  return formatter.format(new Date(iso));
}

/** The time of day of an ISO time, with seconds: for what happens soon. */
export function formatClock(iso: string): string {
  return clock.format(new Date(iso));
}
