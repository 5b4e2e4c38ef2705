import fc from "fast-check";
import { expect, test } from "vitest";
import { aProblem, atSecond, aWatchedEntry, NOON } from "#studio/testing/fixtures.ts";
import {
  lateArrivalDelayMs,
  pollDelayMs,
  RECHECK_AT_SECONDS,
  recheckDelayMs,
} from "./poll-delay.ts";

const LIVE_MIN_MS = 2000;
const SIMULATOR_MIN_MS = 500;
const entry = aWatchedEntry();

function situation(change: Partial<Parameters<typeof pollDelayMs>[1]> = {}) {
  return {
    nowMs: Date.parse(NOON),
    pollMinMs: LIVE_MIN_MS,
    failures: 0,
    problem: null,
    isHidden: false,
    plan: { delaySeconds: () => 0 },
    ...change,
  };
}

test("reads a new task as often as the proxy allows", () => {
  expect(pollDelayMs(entry, situation())).toBe(LIVE_MIN_MS);
  expect(pollDelayMs(entry, situation({ pollMinMs: SIMULATOR_MIN_MS }))).toBe(SIMULATOR_MIN_MS);
});

test("follows the plan, between the proxy's minimum gap and a minute", () => {
  const planned = (seconds: number) =>
    pollDelayMs(entry, situation({ plan: { delaySeconds: () => seconds } }));
  expect([0.1, 17, 3600].map(planned)).toEqual([2000, 17_000, 60_000]);
});

test("clock: the clock was set back since the submit → the task is polled like a new one", () => {
  const ages: number[] = [];
  const plan = { delaySeconds: (age: number) => ages.push(age) };
  for (const second of [-30, 0, 42]) {
    pollDelayMs(entry, situation({ nowMs: Date.parse(atSecond(second)), plan }));
  }
  expect(ages).toEqual([0, 0, 42]);
});

test("polls more slowly in hidden tabs", () => {
  expect(pollDelayMs(entry, situation({ isHidden: true }))).toBe(5000);
});

test("backs off after failures, up to half a minute", () => {
  const delays = [1, 2, 3, 4, 5, 6, 20].map((failures) =>
    pollDelayMs(entry, situation({ failures })),
  );
  expect(delays).toEqual([2000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
});

test("poll: Kirin asks for fewer reads (Retry-After) → the delay is respected, up to ten minutes", () => {
  const after = (retryAfterSeconds: number) =>
    pollDelayMs(
      entry,
      situation({ failures: 1, problem: aProblem("rate-limited", { retryAfterSeconds }) }),
    );
  expect([0, 45, 86_400].map(after)).toEqual([2000, 45_000, 600_000]);
});

test("every delay is between the proxy's minimum and ten minutes", () => {
  fc.assert(
    fc.property(
      fc.record({
        offsetMs: fc.integer({ min: -1e9, max: 1e12 }),
        pollMinMs: fc.integer({ min: 100, max: 5000 }),
        failures: fc.nat(2000),
        seconds: fc.option(fc.double({ noNaN: true }), { nil: undefined }),
        isHidden: fc.boolean(),
        delaySeconds: fc.double({ min: 0, noNaN: true }),
      }),
      ({ offsetMs, pollMinMs, failures, seconds, isHidden, delaySeconds }) => {
        const plan = { delaySeconds: () => delaySeconds };
        const problem = aProblem(
          "rate-limited",
          seconds === undefined ? {} : { retryAfterSeconds: seconds },
        );
        const nowMs = Date.parse(NOON) + offsetMs;
        const delay = pollDelayMs(entry, {
          nowMs,
          pollMinMs,
          failures,
          problem,
          isHidden,
          plan,
        });
        expect(delay).toBeGreaterThanOrEqual(pollMinMs);
        expect(delay).toBeLessThanOrEqual(600_000);
      },
    ),
  );
});

test("looks up an unanswered create after 0, 2, 5, 15, 30, 60 and 120 seconds, then every minute", () => {
  let seconds = 0;
  const looks = RECHECK_AT_SECONDS.map((_, index) => {
    const at = seconds;
    seconds += recheckDelayMs(index + 1) / 1000;
    return at;
  });
  expect(looks).toEqual([0, 2, 5, 15, 30, 60, 120]);
  expect(seconds).toBe(180);
});

test("looks up a missing create less and less often, in case it is only late", () => {
  const minutes = [0, 1, 2, 3, 4, 5, 5000].map((checks) => lateArrivalDelayMs(checks) / 60_000);
  expect(minutes).toEqual([1, 2, 4, 8, 10, 10, 10]);
});
