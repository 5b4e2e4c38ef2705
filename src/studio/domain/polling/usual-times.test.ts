import { expect, test } from "vitest";
import { aCompletedEntry, aGeneration, atSecond } from "#studio/testing/fixtures.ts";
import { drawLogNormal } from "#studio/testing/log-normal.ts";
import { usualTime } from "./usual-times.ts";

const request = { prompt: "sea", mode: "std", duration: "5" } as const;

function took(seconds: number, change = {}) {
  return aCompletedEntry({
    request: { prompt: "other" },
    unendedAt: atSecond(seconds - 3),
    endedAt: atSecond(seconds),
    ...change,
  });
}

test("uses the creator's own history once there is one", () => {
  const history = [70, 60, 95].map((seconds) => took(seconds));
  const usual = usualTime(request, history, "live");
  expect(usual?.count).toBe(3);
  expect(usual?.lowSeconds).toBeGreaterThanOrEqual(45);
  expect(usual?.lowSeconds).toBeLessThanOrEqual(60);
  expect(usual?.highSeconds).toBeGreaterThanOrEqual(90);
  expect(usual?.highSeconds).toBeLessThanOrEqual(110);
});

test("covers four fifths of a long history, in rounded numbers", () => {
  const seconds = drawLogNormal({ medianSeconds: 75, spread: 0.25 }, { seed: 5, count: 50 });
  const usual = usualTime(
    request,
    seconds.map((value) => took(value)),
    "live",
  );
  const [low, high] = [usual?.lowSeconds ?? 0, usual?.highSeconds ?? 0];
  const held = seconds.filter((value) => value >= low && value <= high).length;
  expect(held / seconds.length).toBeGreaterThan(0.7);
  expect(held / seconds.length).toBeLessThan(0.92);
  expect([low % 5, high % 5]).toEqual([0, 0]);
});

test("is not affected by an outlier or a night in standby", () => {
  const history = [70, 72, 75, 71, 74, 76].map((seconds) => took(seconds));
  const odd = [took(3600), took(30_000, { unendedAt: atSecond(10) })];
  expect(usualTime(request, [...history, ...odd], "live")).toEqual({
    ...usualTime(request, history, "live"),
    count: 8,
  });
});

test("counts only completed generations with the same settings", () => {
  const unlike = [
    took(300, { request: { prompt: "x", mode: "pro" } }),
    took(300, { request: { prompt: "x", duration: "10" } }),
    took(10, { generation: aGeneration({ status: "failed" }) }),
  ];
  expect(usualTime(request, [...unlike, took(60), took(61)], "simulator")?.count).toBe(0);
});

test("falls back to the time on the mode card, for the real service and the simulator", () => {
  expect(usualTime(request, [], "live")).toEqual({ lowSeconds: 60, highSeconds: 90, count: 0 });
  expect(usualTime({ ...request, mode: "pro", duration: "10" }, [], "live")).toEqual({
    lowSeconds: 180,
    highSeconds: 480,
    count: 0,
  });
  expect(usualTime(request, [], "simulator")).toEqual({ lowSeconds: 5, highSeconds: 5, count: 0 });
  expect(usualTime(request, [], null)).toBeNull();
});
