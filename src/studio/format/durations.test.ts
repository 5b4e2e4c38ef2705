import { expect, test } from "vitest";
import { formatDuration, formatDurationRange } from "./durations.ts";

test.each([
  [0, "0 s"],
  [7.6, "8 s"],
  [59.4, "59 s"],
  [59.7, "1 min 00 s"],
  [65, "1 min 05 s"],
  [3599.6, "1 h 00 min"],
  [7380, "2 h 03 min"],
])("formats %d seconds as %s", (seconds, text) => {
  expect(formatDuration(seconds)).toBe(text);
});

test.each([
  [60, 95, "60 to 95 s"],
  [5, 5, "5 s"],
  [4.6, 5.4, "5 s"],
  [59.6, 119.4, "60 to 119 s"],
  [60, 120, "1 min 00 s to 2 min 00 s"],
  [90, 200, "1 min 30 s to 3 min 20 s"],
])("formats the range from %d to %d seconds as %s", (low, high, text) => {
  expect(formatDurationRange(low, high)).toBe(text);
});
