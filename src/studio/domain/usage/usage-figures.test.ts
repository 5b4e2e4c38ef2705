import { describe, expect, test } from "vitest";
import type { KirinRequest } from "#kirin/request.ts";
import {
  aCompletedEntry,
  aCompletedGeneration,
  aFailedEntry,
  anEntryIn,
  atSecond,
} from "#studio/testing/fixtures.ts";
import { summarizeUsage } from "./usage.ts";
import { CUTS, chargeFigures, countOutcomes, isInCut, waitingTimes } from "./usage-figures.ts";

function charged(id: string, money: string | null, request: Partial<KirinRequest> = {}) {
  const [cost = null, currency = "USD"] = money?.split(" ") ?? [];
  return aCompletedEntry({
    id,
    request: { prompt: "sea", ...request },
    generation: aCompletedGeneration({ id, usage: { cost, discount: null, currency } }),
  });
}

const dollars = (amount: string) => ({ amount, unit: "USD" });
const figures = (entries: ReturnType<typeof charged>[], kept: string[] = []) =>
  chargeFigures(summarizeUsage(entries).charges, new Set(kept));

describe("the figures of charges", () => {
  test("divide the costs by the seconds of the clips whose cost is known", () => {
    const entries = [
      charged("a", "0.35"),
      charged("b", "0.70", { duration: "10" }),
      charged("c", null, { duration: "10" }),
    ];
    expect(figures(entries)).toMatchObject({
      clips: 3,
      sums: [dollars("1.05")],
      perSecond: [dollars("0.07")],
    });
  });

  test("keep units apart, and round to four decimals", () => {
    expect(
      figures([charged("a", "35 credit"), charged("b", "1", { duration: "10" })]),
    ).toMatchObject({
      perSecond: [dollars("0.1"), { amount: "7", unit: "credit" }],
    });
    expect(
      figures([charged("a", "0.1", { duration: "10" }), charged("b", "0.0333")]).perSecond,
    ).toEqual([dollars("0.0089")]);
  });

  test("divide all costs by the kept clips, and have no price of a kept clip without one", () => {
    const entries = [charged("a", "1"), charged("b", "2"), charged("c", "3")];
    expect(figures(entries, ["b", "elsewhere"])).toMatchObject({
      kept: 1,
      perKept: [dollars("6")],
    });
    expect(figures(entries)).toMatchObject({ kept: 0, perKept: [] });
  });

  test("leave out costs that are no number", () => {
    expect(figures([charged("a", "0,35"), charged("b", "1")])).toMatchObject({
      sums: [dollars("1")],
      perSecond: [dollars("0.2")],
    });
  });
});

test("each charge is in one row per kind of breakdown", () => {
  const { charges } = summarizeUsage([
    charged("a", "1", { mode: "pro", sound: "on", duration: "10" }),
    charged("b", "1"),
  ]);
  const names = charges.map((charge) =>
    CUTS.filter((cut) => isInCut(charge, cut)).map(({ value }) => value),
  );
  expect(names).toEqual([
    ["pro", 10, true],
    ["std", 5, false],
  ]);
});

test("outcomes tell failures at Kirin from requests that never became a task", () => {
  const phases = [
    "completed",
    "failed",
    "refused",
    "withdrawn",
    "never-arrived",
    "lost",
    "waiting",
  ] as const;
  expect(countOutcomes(phases.map((phase) => anEntryIn(phase, { id: phase })))).toEqual({
    completed: 1,
    failed: 1,
    notRendered: 3,
  });
});

describe("waiting times", () => {
  const took = (seconds: number) =>
    aCompletedEntry({
      id: `${seconds}`,
      endedAt: atSecond(seconds),
      unendedAt: atSecond(seconds - 2),
    });

  test("are the median and the ninetieth percentile of completed clips", () => {
    const entries = [100, 10, 90, 20, 80, 30, 70, 40, 60, 50].map(took);
    expect(waitingTimes([...entries, aFailedEntry({ endedAt: atSecond(1) })])).toEqual({
      count: 10,
      medianSeconds: 50,
      ninetiethSeconds: 90,
    });
  });

  test("are that of a single clip", () => {
    expect(waitingTimes([took(42)])).toEqual({ count: 1, medianSeconds: 42, ninetiethSeconds: 42 });
  });

  test("are unknown without a clip whose time is known", () => {
    expect(waitingTimes([])).toBeNull();
    expect(waitingTimes([{ ...took(42), jumpedAt: atSecond(5) }])).toBeNull();
  });
});
