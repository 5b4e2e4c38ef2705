import { expect, test } from "vitest";
import { formatClock, formatMoment } from "./dates.ts";

// The time zone of the machine may change the minutes, but never the seconds.
const moment = "2026-11-22T12:34:56Z";

test("a date and time has the year and the minute, and no seconds", () => {
  expect(formatMoment(moment)).toMatch(/2026/);
  expect(formatMoment(moment)).toMatch(/\b\d{1,2}\D(?:04|19|34|49)\b/);
  expect(formatMoment(moment)).not.toMatch(/\D56(?:\D|$)/);
});

test("a time of day has seconds and no date", () => {
  expect(formatClock(moment)).toMatch(/\d{1,2}\D\d{2}\D56/);
  expect(formatClock(moment)).not.toMatch(/2026/);
});
