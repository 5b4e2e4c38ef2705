import { expect, test } from "vitest";
import { completionPrior, knownRange } from "./completion-prior.ts";

test.each([
  [{}, [60, 90]],
  [{ duration: "10" }, [90, 120]],
  [{ mode: "pro" }, [120, 360]],
  [{ mode: "pro", duration: "10" }, [180, 480]],
] as const)("the real service usually takes, for %j, %j seconds", (request, range) => {
  expect(knownRange({ prompt: "sea", ...request })).toEqual(range);
  const { medianSeconds } = completionPrior({ prompt: "sea", ...request }, "live");
  // In the middle of the range by factors, because the times are log-normal.
  expect(medianSeconds / range[0]).toBeCloseTo(range[1] / medianSeconds);
});

test.each([
  [{}, 5],
  [{ duration: "10" }, 10],
  [{ mode: "pro" }, 10],
  [{ mode: "pro", duration: "10" }, 20],
] as const)("the simulator usually takes, for %j, %d seconds", (request, seconds) => {
  expect(completionPrior({ prompt: "sea", ...request }, "simulator").medianSeconds).toBe(seconds);
});

test("the real service's range is worth most, and what an unknown service takes least", () => {
  const strength = (upstream: Parameters<typeof completionPrior>[1], mode: "std" | "pro" = "std") =>
    completionPrior({ prompt: "sea", mode }, upstream).strength;
  expect(strength("live")).toBeGreaterThan(strength("live", "pro"));
  expect(strength("live", "pro")).toBeGreaterThan(strength("simulator"));
  expect(strength("simulator")).toBeGreaterThan(strength(null));
  expect(completionPrior({ prompt: "sea" }, null).medianSeconds).toBe(30);
});

test("pro varies more than std at the real service", () => {
  const spread = (mode: "std" | "pro") => completionPrior({ prompt: "sea", mode }, "live").spread;
  expect(spread("pro")).toBeGreaterThan(spread("std"));
});
