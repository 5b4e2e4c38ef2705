import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { KirinRequest } from "#kirin/request.ts";
import { ENTRY_PHASES } from "#studio/domain/life/library-entry.ts";
import { anEntryIn, aPreparedEntry, NOON } from "#studio/testing/fixtures.ts";
import { findTakenTaskId, prepareEntries } from "./prepare-entries.ts";

const NOON_MS = Date.parse(NOON);

function prepare(requests: readonly KirinRequest[], press: string | null = "draft 1") {
  let count = 0;
  const newId = () => {
    count += 1;
    return `id-${count}`;
  };
  return prepareEntries(requests, { pairId: "pair", retryOf: null, press, newId, nowMs: NOON_MS });
}

const request = fc.record({
  prompt: fc.constantFrom("A sea", "A lake"),
  mode: fc.constantFrom("std" as const, "pro" as const),
});

describe("the entries of one press", () => {
  test("keep the order of the requests, with the generated ids as task ids", () => {
    const entries = prepare([{ prompt: "A sea" }, { prompt: "A lake" }]);
    expect(entries.map(({ externalTaskId }) => externalTaskId)).toEqual(["id-1", "id-2"]);
    expect(entries.map((entry) => entry.request.prompt)).toEqual(["A sea", "A lake"]);
    expect(entries.map(({ pairId }) => pairId)).toEqual(["pair", "pair"]);
  });

  test("have distinct press keys, however many requests are the same", () => {
    fc.assert(
      fc.property(fc.array(request, { minLength: 1, maxLength: 8 }), (requests) => {
        const keys = prepare(requests).map(({ pressKey }) => pressKey);
        expect(new Set(keys).size).toBe(requests.length);
        expect(keys).not.toContain(null);
      }),
    );
  });

  test("have the same first keys, however many requests follow", () => {
    fc.assert(
      fc.property(fc.array(request, { minLength: 1 }), fc.array(request), (requests, more) => {
        const keysOf = (given: readonly KirinRequest[]) =>
          prepare(given).map(({ pressKey }) => pressKey);
        expect(keysOf([...requests, ...more]).slice(0, requests.length)).toEqual(keysOf(requests));
      }),
    );
  });

  test("are prepared no later than now, each take of a mode after the one before", () => {
    fc.assert(
      fc.property(fc.array(request, { minLength: 1, maxLength: 8 }), (requests) => {
        for (const mode of ["std", "pro"]) {
          const times = prepare(requests)
            .filter((entry) => entry.request.mode === mode)
            .map(({ preparedAt }) => Date.parse(preparedAt));
          expect(times).toEqual([...new Set(times)].sort((one, other) => one - other));
          expect(Math.max(NOON_MS - 8, ...times)).toBeLessThanOrEqual(NOON_MS);
        }
      }),
    );
  });

  test("have no press key without a press", () => {
    expect(prepare([{ prompt: "A sea" }], null)[0]?.pressKey).toBeNull();
  });
});

describe("a task id", () => {
  const mine = aPreparedEntry({ id: "new", externalTaskId: "mine", pressKey: "draft 1/x" });

  test.each(ENTRY_PHASES)(
    "is in use by an entry that is %s unless Kirin never accepted it",
    (phase) => {
      const other = anEntryIn(phase, { id: "x", externalTaskId: "mine", pressKey: "draft 0/x" });
      const isFree = phase === "refused" || phase === "withdrawn";
      expect(findTakenTaskId([mine], [other])).toBe(isFree ? null : "mine");
      expect(findTakenTaskId([mine], [{ ...other, pressKey: null }])).toBe(isFree ? null : "mine");
    },
  );

  test("is not in use by an entry of the same press", () => {
    const same = anEntryIn("waiting", { id: "x", externalTaskId: "mine", pressKey: "draft 1/x" });
    expect(findTakenTaskId([mine], [same])).toBeNull();
  });

  test("is in use by an earlier new entry", () => {
    const second = { ...mine, id: "second", pressKey: "draft 1/y" };
    expect(findTakenTaskId([mine, second], [])).toBe("mine");
    expect(findTakenTaskId([mine, { ...second, externalTaskId: "other" }], [])).toBeNull();
  });
});
