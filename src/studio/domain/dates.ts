/** Moments as a creator reads them, in the creator's own place and manner. */

const formatter = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });

/** Day and time of an ISO time. */
export function formatMoment(iso: string): string {
  return formatter.format(new Date(iso));
}
