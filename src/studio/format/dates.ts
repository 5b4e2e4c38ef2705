/**
 * Date and time formatting. Uses the browser's locale instead of the UI's, since it knows the user's date order and 12-
 * or 24-hour clock.
 */

const formatter = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });
const clock = new Intl.DateTimeFormat(undefined, { timeStyle: "medium" });

/** Date and time of an ISO time. */
export function formatMoment(iso: string): string {
  return formatter.format(new Date(iso));
}

/** Time of day of an ISO time, with seconds. */
export function formatClock(iso: string): string {
  return clock.format(new Date(iso));
}
