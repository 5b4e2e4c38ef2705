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

test("a time needs both ends, and may be zero", () => {
  expect(secondsBetween(null, atSecond(1))).toBeNull();
  expect(secondsBetween(atSecond(1), null)).toBeNull();
  expect(secondsBetween(atSecond(1), atSecond(1))).toBe(0);
});

test("the end of a long rendering is known if it was seen unfinished at most five minutes before", () => {
  const totalIf = (unendedAt: string | null, endedAt: string) =>
    entryTimes(aCompletedEntry({ sentAt: atSecond(0), unendedAt, endedAt })).totalSeconds;
  expect(totalIf(atSecond(990), atSecond(1000))).toBe(1000);
  expect(totalIf(atSecond(700), atSecond(1000))).toBe(1000);
  expect(totalIf(atSecond(699), atSecond(1000))).toBeNull();
  expect(totalIf(null, atSecond(300))).toBe(300);
  expect(totalIf(null, atSecond(301))).toBeNull();
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

test("Kirin's rendering time may exceed the total by two seconds, because it is rounded", () => {
  const generation = aCompletedGeneration({ createdAt: atSecond(0), updatedAt: atSecond(72) });
  const times = (end: number) =>
    entryTimes(aCompletedEntry({ sentAt: atSecond(0), endedAt: atSecond(end), generation }));
  expect(times(70).totalSeconds).toBe(70);
  expect(times(69)).toEqual(UNKNOWN);
});

test("Kirin's times contradict nothing before the end is known", () => {
  const generation = aCompletedGeneration({ createdAt: atSecond(0), updatedAt: atSecond(70) });
  const entry = aCompletedEntry({ runningAt: atSecond(10), endedAt: null, generation });
  expect(entryTimes(entry).waitedSeconds).toBe(10);
});

test("clock: the studio was closed when a clip was completed → its duration is not shown", () => {
  const entry = aCompletedEntry({
    runningAt: atSecond(10),
    unendedAt: atSecond(20),
    endedAt: atSecond(30_000),
  });
  expect(entryTimes(entry)).toEqual({ ...UNKNOWN, waitedSeconds: 10 });
});
