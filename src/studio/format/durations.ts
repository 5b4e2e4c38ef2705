/** Formats durations, rounded to whole seconds. */
import * as messages from "#messages/common.ts";

/** Ranges below this limit are shown in seconds, others in minutes. */
const SECONDS_RANGE_MAX = 120;

/** `8 s`, `1 min 05 s`, `2 h 03 min`. */
export function formatDuration(seconds: number): string {
  const whole = Math.round(seconds);
  if (whole < 60) return messages.seconds(whole);
  const minutes = Math.floor(whole / 60);
  if (whole < 3600) return messages.minutes(minutes, whole % 60);
  return messages.hours(Math.floor(minutes / 60), minutes % 60);
}

/** `60 to 95 s`, or with minutes for longer times. A single duration if both are the same. */
export function formatDurationRange(lowSeconds: number, highSeconds: number): string {
  const low = Math.round(lowSeconds);
  const high = Math.round(highSeconds);
  if (low === high) return formatDuration(low);
  return highSeconds < SECONDS_RANGE_MAX
    ? messages.secondsRange(low, high)
    : messages.range(formatDuration(low), formatDuration(high));
}
