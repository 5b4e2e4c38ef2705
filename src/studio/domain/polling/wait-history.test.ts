import fc from "fast-check";
import { expect, test } from "vitest";
import {
  aCompletedEntry,
  aCompletedGeneration,
  aGeneration,
  atSecond,
} from "#studio/testing/fixtures.ts";
import { waitsLike } from "./wait-history.ts";

const request = { prompt: "sea" };

function completedAt(createdAt: string, updatedAt: string) {
  return aCompletedGeneration({ createdAt, updatedAt });
}

test("completion lies between the last unfinished read and the finished one", () => {
  const entry = aCompletedEntry({ unendedAt: atSecond(56), endedAt: atSecond(60) });
  expect(waitsLike(request, [entry], "live")).toEqual([{ lowSeconds: 56, highSeconds: 60 }]);
});

test("a task completed at the first read may have completed at any time before", () => {
  const entry = aCompletedEntry({ endedAt: atSecond(60) });
  expect(waitsLike(request, [entry], "live")).toEqual([{ lowSeconds: 0, highSeconds: 60 }]);
});

test("Kirin's times narrow it to their resolution of a second plus the duration of the create", () => {
  const slept = aCompletedEntry({
    acceptedAt: atSecond(2),
    unendedAt: atSecond(10),
    endedAt: atSecond(30_000),
    generation: completedAt(atSecond(1), atSecond(71)),
  });
  expect(waitsLike(request, [slept], "live")).toEqual([{ lowSeconds: 69, highSeconds: 73 }]);
});

test("clock: Kirin's times contradict the reads → they are ignored", () => {
  const entry = aCompletedEntry({
    unendedAt: atSecond(56),
    endedAt: atSecond(60),
    generation: completedAt(atSecond(0), atSecond(5)),
  });
  expect(waitsLike(request, [entry], "live")).toEqual([{ lowSeconds: 56, highSeconds: 60 }]);
});

test("clock: the clock was set back during rendering → the time is left out of the estimate", () => {
  expect(waitsLike(request, [aCompletedEntry({ endedAt: atSecond(-60) })], "live")).toEqual([]);
});

test("clock: the clock jumped before a clip was completed → only Kirin's times are used for the estimate", () => {
  const jumped = {
    unendedAt: atSecond(86_400),
    endedAt: atSecond(86_410),
    jumpedAt: atSecond(86_390),
  };
  const withoutTimes = aCompletedEntry({
    ...jumped,
    generation: aCompletedGeneration({ createdAt: null, updatedAt: null }),
  });
  const withTimes = aCompletedEntry({
    ...jumped,
    generation: completedAt(atSecond(1), atSecond(71)),
  });
  expect(waitsLike(request, [withoutTimes], "live")).toEqual([]);
  expect(waitsLike(request, [withTimes], "live")).toEqual([{ lowSeconds: 69, highSeconds: 71 }]);
});

test("counts only completions of the same kind", () => {
  const unlike = [
    aCompletedEntry({ request: { prompt: "x", mode: "pro" } }),
    aCompletedEntry({ request: { prompt: "x", duration: "10" } }),
    aCompletedEntry({ request: { prompt: "x", mode: "pro", sound: "on" } }),
    aCompletedEntry({ generation: aGeneration({ status: "failed" }) }),
    aCompletedEntry({ generation: null }),
  ];
  expect(waitsLike(request, unlike, "live")).toEqual([]);
  expect(
    waitsLike(request, [aCompletedEntry({ request: { prompt: "y", mode: "std" } })], "live"),
  ).toHaveLength(1);
});

test("keeps the histories of the simulator and the real service apart", () => {
  const simulated = aCompletedEntry({
    endedAt: atSecond(5),
    generation: aCompletedGeneration({ metadata: { simulated: true } }),
  });
  const entries = [simulated, aCompletedEntry({ endedAt: atSecond(75) })];
  const ends = (upstream: "live" | "simulator" | null) =>
    waitsLike(request, entries, upstream).map(({ highSeconds }) => highSeconds);
  expect([ends("live"), ends("simulator"), ends(null)]).toEqual([[75], [5], [5, 75]]);
});

test("uses the latest fifty", () => {
  const entries = Array.from({ length: 80 }, (_, index) =>
    aCompletedEntry({ endedAt: atSecond(index + 1) }),
  );
  const waits = waitsLike(request, entries, "live");
  expect(waits).toHaveLength(50);
  expect(waits[0]?.highSeconds).toBe(1);
});

test("a wait is never negative, whatever the times", () => {
  const time = fc.option(fc.integer({ min: -100, max: 100 }).map(atSecond));
  fc.assert(
    fc.property(
      fc.record({ acceptedAt: time, unendedAt: time, endedAt: time }),
      fc.record({ createdAt: time, updatedAt: time }),
      (times, kirinTimes) => {
        const entry = aCompletedEntry({ ...times, generation: aCompletedGeneration(kirinTimes) });
        for (const { lowSeconds, highSeconds } of waitsLike(request, [entry], "live")) {
          expect(lowSeconds).toBeGreaterThanOrEqual(0);
          expect(highSeconds).toBeGreaterThan(lowSeconds);
        }
      },
    ),
  );
});
