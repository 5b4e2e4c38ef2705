import { expect, test } from "vitest";
import {
  aCompletedEntry,
  aCompletedGeneration,
  anEntry,
  atSecond,
} from "#studio/testing/fixtures.ts";
import { entryTimes, secondsBetween } from "./entry-times.ts";

test("the parts of a waiting time", () => {
  const entry = aCompletedEntry({ runningAt: atSecond(10), endedAt: atSecond(70) });
  expect(entryTimes(entry)).toEqual({ waitedSeconds: 10, renderedSeconds: 60, totalSeconds: 70 });
});

test("unknown times are not invented", () => {
  expect(entryTimes(anEntry())).toEqual({
    waitedSeconds: null,
    renderedSeconds: null,
    totalSeconds: null,
  });
});

const UNKNOWN = { waitedSeconds: null, renderedSeconds: null, totalSeconds: null };

test("clock: the clock was set back while waiting → the duration is unknown rather than 0 s", () => {
  expect(secondsBetween(atSecond(10), atSecond(0))).toBeNull();
  const entry = aCompletedEntry({ runningAt: atSecond(-3600), endedAt: atSecond(-3596) });
  expect(entryTimes(entry)).toEqual({ ...UNKNOWN, renderedSeconds: 4 });
});

test("clock: the clock jumped during rendering → no durations are shown", () => {
  const entry = aCompletedEntry({
    runningAt: atSecond(10),
    unendedAt: atSecond(86_400),
    endedAt: atSecond(86_410),
    jumpedAt: atSecond(86_390),
  });
  expect(entryTimes(entry)).toEqual(UNKNOWN);
});

test("clock: Kirin reports a rendering time longer than the total → no durations are shown", () => {
  const generation = aCompletedGeneration({ createdAt: atSecond(0), updatedAt: atSecond(70) });
  const entry = aCompletedEntry({ runningAt: atSecond(1), endedAt: atSecond(5), generation });
  expect(entryTimes(entry)).toEqual(UNKNOWN);
});

test("clock: the studio was closed when a clip was completed → its duration is not shown", () => {
  const entry = aCompletedEntry({
    runningAt: atSecond(10),
    unendedAt: atSecond(20),
    endedAt: atSecond(30_000),
  });
  expect(entryTimes(entry)).toEqual({ ...UNKNOWN, waitedSeconds: 10 });
});
