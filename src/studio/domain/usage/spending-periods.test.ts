import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sumMoney } from "#kirin/values/money.ts";
import {
  aCompletedEntry,
  aCompletedGeneration,
  aPreparedEntry,
  atSecond,
} from "#studio/testing/fixtures.ts";
import { addDays, GRAINS } from "./days.ts";
import { dayOfEntry, groupByPress, shownDays, spendingPeriods } from "./spending-periods.ts";
import { summarizeUsage } from "./usage.ts";

const TODAY = "2026-11-30";
const DAY_SECONDS = 86_400;

/** A clip that ended some days after the fixtures' noon. */
function charged(
  id: string,
  money: string,
  {
    days = 0,
    mode = "std",
    pairId = null,
  }: {
    days?: number;
    mode?: "std" | "pro";
    pairId?: string | null;
  } = {},
) {
  const [cost = "", currency = "USD"] = money.split(" ");
  return aCompletedEntry({
    id,
    pairId,
    request: { prompt: "sea", mode },
    endedAt: atSecond(days * DAY_SECONDS),
    generation: aCompletedGeneration({ id, usage: { cost, discount: null, currency } }),
  });
}

const chargesOf = (...entries: ReturnType<typeof charged>[]) => summarizeUsage(entries).charges;
const dollars = (amount: string) => ({ amount, unit: "USD" });

test("a generation belongs to the day on which it ended, or began if it has not ended", () => {
  expect(dayOfEntry(charged("a", "1", { days: 2 }))).toBe("2026-11-24");
  expect(dayOfEntry(aPreparedEntry())).toBe("2026-11-22");
});

describe("spending periods", () => {
  test("have sums by mode, and none where nothing was charged", () => {
    const charges = chargesOf(
      charged("a", "0.1"),
      charged("b", "0.2"),
      charged("c", "1.7", { mode: "pro" }),
      charged("d", "35 credit", { days: 2 }),
    );
    const days = { first: "2026-11-22", last: "2026-11-24" };
    expect(spendingPeriods(charges, days, "day")).toEqual([
      {
        start: "2026-11-22",
        clips: 3,
        sums: [dollars("2")],
        byMode: { std: [dollars("0.3")], pro: [dollars("1.7")] },
      },
      { start: "2026-11-23", clips: 0, sums: [], byMode: { std: [], pro: [] } },
      {
        start: "2026-11-24",
        clips: 1,
        sums: [{ amount: "35", unit: "credit" }],
        byMode: { std: [{ amount: "35", unit: "credit" }], pro: [] },
      },
    ]);
  });

  test("add up to the total to the digit, whatever their length", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...GRAINS),
        fc.array(
          fc.record({
            cents: fc.integer({ min: 0, max: 1_000_000 }),
            days: fc.integer({ min: 0, max: 90 }),
            mode: fc.constantFrom("std", "pro"),
          }),
          { minLength: 1, maxLength: 40 },
        ),
        (grain, clips) => {
          const usage = summarizeUsage(
            clips.map(({ cents, days, mode }, index) =>
              charged(`clip ${index}`, String(cents / 1000), { days, mode }),
            ),
          );
          const days = shownDays(usage.charges, { from: null, to: null }, "2027-03-01");
          if (days === null) throw new Error("There are charges, so there are days.");
          const periods = spendingPeriods(usage.charges, days, grain);
          expect(sumMoney(periods.flatMap(({ sums }) => sums))).toEqual(usage.sums);
          expect(sumMoney(periods.flatMap(({ byMode }) => [...byMode.std, ...byMode.pro]))).toEqual(
            usage.sums,
          );
        },
      ),
    );
  });
});

describe("the days of a chart", () => {
  const charges = chargesOf(charged("a", "1"), charged("b", "1", { days: 3 }));

  test("run from the start of the range to today", () => {
    expect(shownDays(charges, { from: "2026-11-01", to: null }, TODAY)).toEqual({
      first: "2026-11-01",
      last: TODAY,
    });
    expect(shownDays(charges, { from: "2026-11-01", to: "2026-11-26" }, TODAY)).toEqual({
      first: "2026-11-01",
      last: "2026-11-26",
    });
  });

  test("begin with the first charge in a range without a start", () => {
    expect(shownDays(charges, { from: null, to: null }, TODAY)?.first).toBe("2026-11-22");
  });

  test("stay few for a range that begins centuries ago or ends in the future", () => {
    expect(shownDays(charges, { from: "0001-01-01", to: "9999-12-31" }, TODAY)).toEqual({
      first: addDays("2026-11-22", -366),
      last: TODAY,
    });
  });

  test("include charges that a clock set back puts in the future", () => {
    expect(shownDays(charges, { from: null, to: null }, "2026-11-22")?.last).toBe("2026-11-25");
  });

  test("don't exist without charges", () => {
    expect(shownDays([], { from: "2026-11-01", to: null }, TODAY)).toBeNull();
  });
});

test("the charges of one press stay together with their sum, in the order of the first", () => {
  const charges = chargesOf(
    charged("a", "0.1", { pairId: "press" }),
    charged("b", "5"),
    charged("c", "0.2", { pairId: "press" }),
  );
  expect(
    groupByPress(charges).map(({ charges: ofPress, sums }) => ({
      ids: ofPress.map(({ entry }) => entry.id),
      sums,
    })),
  ).toEqual([
    { ids: ["a", "c"], sums: [dollars("0.3")] },
    { ids: ["b"], sums: [dollars("5")] },
  ]);
});
