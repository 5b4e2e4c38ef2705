import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { PROBLEM_CODES } from "#contract/problem.ts";
import { HOLD_REASONS, type HoldReason } from "#studio/domain/life/library-entry.ts";
import { aHold, aProblem, atSecond, NOON } from "#studio/testing/fixtures.ts";
import { holdFor, isFoundBeforeSending, nextHold } from "./hold.ts";

const REASONS: Readonly<Record<string, HoldReason>> = {
  "missing-key": "no-key",
  "upstream-unauthorized": "key-refused",
  "upstream-payment-required": "balance",
  "parallel-limit": "slots",
  "rate-limited": "pace",
  "upstream-unreachable": "kirin-away",
  "server-stopping": "server-away",
  "signed-out": "signed-out",
  "too-many-requests": "pace",
};

/** The seconds between the given number of attempts with one reason. */
function gaps(reason: HoldReason, count: number): number[] {
  let hold = nextHold(reason, null, NOON);
  return Array.from({ length: count }, () => {
    const seconds = (Date.parse(hold.retryAt) - Date.parse(NOON)) / 1000;
    hold = nextHold(reason, hold, NOON);
    return seconds;
  });
}

test.each(PROBLEM_CODES)("%s in the queue", (code) => {
  const hold = holdFor(aProblem(code), null, NOON);
  expect(hold?.reason).toBe(REASONS[code]);
});

test("checks problems of the studio's server before sending", () => {
  expect(HOLD_REASONS.filter(isFoundBeforeSending)).toEqual([
    "offline",
    "server-away",
    "no-key",
    "signed-out",
  ]);
});

describe("the time of the next try", () => {
  test("doubles with each attempt, up to two minutes", () => {
    expect(gaps("slots", 9)).toEqual([1, 2, 4, 8, 16, 32, 64, 120, 120]);
    expect(gaps("pace", 2)).toEqual([1, 2]);
    expect(gaps("kirin-away", 2)).toEqual([2, 4]);
    for (const reason of ["key-refused", "balance"] as const) {
      expect(gaps(reason, 5)).toEqual([60, 120, 120, 120, 120]);
    }
  });

  test("is soon if only the studio's server has to be asked", () => {
    for (const reason of ["offline", "server-away"] as const) {
      expect(gaps(reason, 5)).toEqual([2, 4, 8, 15, 15]);
    }
    expect(gaps("no-key", 3)).toEqual([5, 10, 15]);
  });

  test("stays valid after any number of attempts", () => {
    const hold = nextHold("slots", aHold({ tries: 5000 }), NOON);
    expect(hold).toMatchObject({ tries: 5001, retryAt: atSecond(120) });
  });

  test.each([
    [0, 1],
    [1, 1],
    [30, 30],
    [600, 600],
    [86_400, 600],
  ])("respects Kirin's Retry-After: %d s becomes %d s", (asked, kept) => {
    const problem = aProblem("rate-limited", { retryAfterSeconds: asked });
    expect(holdFor(problem, null, NOON)).toEqual({
      reason: "pace",
      since: NOON,
      tries: 1,
      retryAt: atSecond(kept),
      isAsked: true,
    });
  });

  test("submit: the studio's server is stopping when a create arrives → it is held for a few seconds, without blaming Kirin", () => {
    const problem = aProblem("server-stopping", { retryAfterSeconds: 30, outcome: "not-sent" });
    expect(holdFor(problem, null, NOON)).toEqual({
      reason: "server-away",
      since: NOON,
      tries: 1,
      retryAt: atSecond(2),
      isAsked: false,
    });
  });

  test.each(["upstream-payment-required", "upstream-unauthorized", "missing-key"] as const)(
    "ignores Kirin's Retry-After if a person has to act: %s can be tried at once",
    (code) => {
      const hold = holdFor(aProblem(code, { retryAfterSeconds: 600 }), null, NOON);
      expect(hold).toMatchObject({ isAsked: false });
      expect(hold?.retryAt).not.toBe(atSecond(600));
    },
  );

  test("is between one second and ten minutes ahead, whatever Kirin asks for", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true }), fc.nat(100), (retryAfterSeconds, tries) => {
        const problem = aProblem("parallel-limit", { retryAfterSeconds });
        const { retryAt } = holdFor(problem, aHold({ tries }), NOON) ?? aHold();
        expect(retryAt >= atSecond(1) && retryAt <= atSecond(600)).toBe(true);
      }),
    );
  });
});

describe("a hold", () => {
  test("continues with the same reason", () => {
    const before = aHold({ reason: "balance" });
    expect(nextHold("balance", before, atSecond(60))).toEqual({
      reason: "balance",
      since: NOON,
      tries: 2,
      retryAt: atSecond(180),
      isAsked: false,
    });
  });

  test("restarts with another reason", () => {
    expect(nextHold("slots", aHold({ reason: "balance", tries: 7 }), atSecond(60))).toEqual({
      reason: "slots",
      since: atSecond(60),
      tries: 1,
      retryAt: atSecond(61),
      isAsked: false,
    });
  });
});
