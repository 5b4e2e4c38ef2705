import fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";
import {
  addDays,
  addMonths,
  dayOf,
  dayOfIso,
  GRAINS,
  isDay,
  periodOf,
  periodsBetween,
  startOf,
} from "./days.ts";

const zone = process.env.TZ;
afterEach(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

/** Zones with a half-hour offset, with summer time, and on both sides of the date line. */
const ZONES = [
  "UTC",
  "Europe/Berlin",
  "America/Sao_Paulo",
  "Asia/Kolkata",
  "Pacific/Kiritimati",
  "Pacific/Pago_Pago",
];
const someDay = fc
  .integer({ min: 0, max: 36_500 })
  .map((count) => dayOf(new Date(2000, 0, 1 + count)));

describe("a day", () => {
  test("is the creator's own, not that of UTC", () => {
    const iso = "2026-11-22T23:30:00.000Z";
    process.env.TZ = "America/New_York";
    expect(dayOfIso(iso)).toBe("2026-11-22");
    process.env.TZ = "Asia/Tokyo";
    expect(dayOfIso(iso)).toBe("2026-11-23");
  });

  test("starts and is counted by the calendar in every time zone", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ZONES),
        someDay,
        fc.integer({ min: -800, max: 800 }),
        (timeZone, day, count) => {
          process.env.TZ = timeZone;
          expect(dayOf(startOf(day))).toBe(day);
          expect(addDays(addDays(day, count), -count)).toBe(day);
          expect(addDays(day, 1) > day).toBe(true);
        },
      ),
    );
  });

  test("is read only if it exists", () => {
    expect(["2026-02-28", "2028-02-29", "0099-12-31"].every(isDay)).toBe(true);
    for (const text of ["2026-02-29", "2026-13-01", "2026-00-10", "26-01-01", "2026-1-1", ""]) {
      expect(isDay(text)).toBe(false);
    }
  });

  test("of another month is that month's last day if it is too short", () => {
    expect(addMonths("2026-03-31", -1)).toBe("2026-02-28");
    expect(addMonths("2026-11-30", -12)).toBe("2025-11-30");
    expect(addMonths("2026-01-31", 3)).toBe("2026-04-30");
  });
});

describe("a period", () => {
  test("begins on Monday for a week and on the first for a month", () => {
    expect(periodOf("2026-11-22", "day")).toBe("2026-11-22");
    expect(periodOf("2026-11-22", "week")).toBe("2026-11-16");
    expect(periodOf("2026-11-23", "week")).toBe("2026-11-23");
    expect(periodOf("2026-11-22", "month")).toBe("2026-11-01");
  });

  test("follows the one before it without a gap, so that each day is in exactly one", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ZONES),
        fc.constantFrom(...GRAINS),
        someDay,
        fc.integer({ min: 0, max: 200 }),
        (timeZone, grain, from, length) => {
          process.env.TZ = timeZone;
          const periods = periodsBetween(from, addDays(from, length), grain);
          const days = Array.from({ length: length + 1 }, (_, index) => addDays(from, index));
          expect([...new Set(days.map((day) => periodOf(day, grain)))]).toEqual(periods);
        },
      ),
    );
  });
});
