import { expect, test } from "vitest";
import type { Usage } from "#contract/generation.ts";
import {
  aCompletedEntry,
  aCompletedGeneration,
  aFailedEntry,
  aGeneration,
  aWatchedEntry,
} from "#studio/testing/fixtures.ts";
import { summarizeUsage } from "./usage.ts";

const dollars = (amount: string) => ({ amount, unit: "USD" });

/** `usage` is the cost, or everything that Kirin reported. */
function completed(id: string, mode: "std" | "pro", usage: string | null | Partial<Usage>) {
  return aCompletedEntry({
    id,
    request: { prompt: "sea", mode },
    generation: aCompletedGeneration({
      id,
      usage: {
        cost: null,
        discount: null,
        ...(typeof usage === "object" ? usage : { cost: usage }),
      },
    }),
  });
}

test("sums exactly by mode and overall, and counts unknown costs", () => {
  const usage = summarizeUsage([
    completed("a", "std", "0.1"),
    completed("b", "std", "0.2"),
    completed("c", "pro", "1.68"),
    completed("d", "pro", null),
    aWatchedEntry({ id: "e" }),
  ]);
  expect(usage).toMatchObject({
    sums: [dollars("1.98")],
    unreportedCount: 1,
    uncountedCount: 0,
  });
  expect(usage.byMode).toEqual([
    { mode: "std", count: 2, sums: [dollars("0.3")] },
    { mode: "pro", count: 2, sums: [dollars("1.68")] },
  ]);
  expect(usage.charges.map(({ costs }) => costs)).toEqual([
    [dollars("0.1")],
    [dollars("0.2")],
    [dollars("1.68")],
    [],
  ]);
});

test("counts failures as free unless Kirin reports a cost", () => {
  const failed = (usage: { cost: string; discount: null } | null) =>
    aFailedEntry({ generation: aGeneration({ status: "failed", usage }) });
  expect(summarizeUsage([failed(null)]).charges).toEqual([]);
  expect(summarizeUsage([aFailedEntry({ generation: null })]).charges).toEqual([]);
  expect(summarizeUsage([failed({ cost: "0.35", discount: null })]).sums).toEqual([
    dollars("0.35"),
  ]);
});

test("counts one charge for two entries of the same task", () => {
  const first = completed("a", "std", "0.35");
  expect(summarizeUsage([first, { ...first, id: "b" }]).sums).toEqual([dollars("0.35")]);
});

test("counts the task that was charged if another entry of it has no cost", () => {
  const charged = completed("a", "std", "0.35");
  const free = aFailedEntry({
    id: "b",
    generation: aGeneration({ id: "a", status: "failed", upstreamStatus: "failed" }),
  });
  expect(summarizeUsage([free, charged]).sums).toEqual([dollars("0.35")]);
});

test("counts no cost before the generation has ended", () => {
  const generation = aGeneration({ usage: { cost: "0.35", discount: null } });
  expect(summarizeUsage([aWatchedEntry({ generation })]).charges).toEqual([]);
});

test("sums each unit separately and leaves out values that aren't numbers", () => {
  const usage = summarizeUsage([
    completed("a", "std", "0.21"),
    completed("b", "pro", { cost: "35", currency: "credit" }),
    completed("c", "pro", { cost: "2.5", currency: "CNY" }),
    completed("d", "pro", "0,35"),
    completed("e", "std", { cost: "5", currency: "credits" }),
  ]);
  expect(usage.sums).toEqual([
    dollars("0.21"),
    { amount: "40", unit: "credit" },
    { amount: "2.5", unit: "CNY" },
  ]);
  expect(usage.byMode[1]?.sums).toEqual([
    { amount: "35", unit: "credit" },
    { amount: "2.5", unit: "CNY" },
  ]);
  expect(usage).toMatchObject({ unreportedCount: 0, uncountedCount: 1 });
});

test("totals zero dollars if no cost can be summed", () => {
  expect(summarizeUsage([]).sums).toEqual([dollars("0")]);
  expect(summarizeUsage([completed("a", "std", "0,35")]).sums).toEqual([dollars("0")]);
});

test("upgrade: a row was stored before bills were parsed → its bill is its cost", () => {
  const billing = [{ charge_type: "cash", amount: "0.35", currency: "USD" }];
  const generation = aCompletedGeneration({ usage: null, unknownFields: { billing } });
  expect(summarizeUsage([aCompletedEntry({ generation })]).sums).toEqual([dollars("0.35")]);
});

test("an entry that ended without a task at Kirin is no charge", () => {
  const ended = { ...aFailedEntry(), generation: null };
  expect(summarizeUsage([ended]).charges).toEqual([]);
});
