import { expect, test } from "vitest";
import { aCompletedEntry, aGeneration, atSecond } from "../testing/fixtures.ts";
import { usualTime } from "./usual-times.ts";

const request = { prompt: "sea", mode: "std", duration: "5" } as const;

function took(seconds: number, change = {}) {
  return aCompletedEntry({ request: { prompt: "other" }, endedAt: atSecond(seconds), ...change });
}

test("comes from the creator's own history once there is some", () => {
  const history = [70, 60, 95].map((seconds) => took(seconds));
  expect(usualTime(request, history, "live")).toEqual({
    lowSeconds: 60,
    highSeconds: 95,
    count: 3,
  });
});

test("counts only what is alike and came to a good end", () => {
  const unlike = [
    took(300, { request: { prompt: "x", mode: "pro" } }),
    took(300, { request: { prompt: "x", duration: "10" } }),
    took(1, { generation: aGeneration({ status: "failed" }) }),
  ];
  expect(usualTime(request, [...unlike, took(60), took(61)], "simulator")).toBeNull();
});

test("falls back on what is known of the real service, and on nothing for the simulator", () => {
  expect(usualTime(request, [], "live")).toEqual({ lowSeconds: 60, highSeconds: 90, count: 0 });
  expect(usualTime({ ...request, mode: "pro", duration: "10" }, [], "live")).toEqual({
    lowSeconds: 180,
    highSeconds: 480,
    count: 0,
  });
  expect(usualTime(request, [], "simulator")).toBeNull();
  expect(usualTime(request, [], null)).toBeNull();
});
