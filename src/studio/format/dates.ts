/**
 * Date and time formatting. Uses the browser's locale instead of the UI's, since it knows the user's date order and 12-
 * or 24-hour clock.
 */

// Created on first use, because creating one takes longer than the rest of a first load's formatting.
let formatter: Intl.DateTimeFormat | undefined;
let clock: Intl.DateTimeFormat | undefined;
let day: Intl.DateTimeFormat | undefined;
let month: Intl.DateTimeFormat | undefined;

/** Date and time of an ISO time. */
export function formatMoment(iso: string): string {
  formatter ??= new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });
  return formatter.format(new Date(iso));
}

/** Time of day of an ISO time, with seconds. */
export function formatClock(iso: string): string {
  clock ??= new Intl.DateTimeFormat(undefined, { timeStyle: "medium" });
  return clock.format(new Date(iso));
}

/** Day of an ISO time, with its weekday. */
export function formatDay(iso: string): string {
  day ??= new Intl.DateTimeFormat(undefined, { dateStyle: "full" });
  return day.format(new Date(iso));
}

/** Month and year of an ISO time. */
export function formatMonth(iso: string): string {
  month ??= new Intl.DateTimeFormat(undefined, { month: "long", year: "numeric" });
  return month.format(new Date(iso));
}
