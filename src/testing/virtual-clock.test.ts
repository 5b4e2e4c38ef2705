import { expect, test } from "vitest";
import { START_MS, VirtualClock } from "./virtual-clock.ts";

const never = new AbortController().signal;

test("runs timers in order and each at its own time, including those that a timer sets", async () => {
  const clock = new VirtualClock();
  const log: [string, number][] = [];
  const record = (name: string) => () => log.push([name, clock.nowMs - START_MS]);
  clock.after(20, record("second"));
  clock.after(10, () => {
    record("first")();
    clock.after(5, record("nested"));
  });
  clock.after(20, record("third"));
  clock.after(50, record("too late"));
  await clock.advance(30);
  expect(log).toEqual([
    ["first", 10],
    ["nested", 15],
    ["second", 20],
    ["third", 20],
  ]);
  expect([clock.nowMs - START_MS, clock.pending, clock.runCount]).toEqual([30, 1, 4]);
});

test("does not run a cancelled timer", async () => {
  const clock = new VirtualClock();
  const log: string[] = [];
  const cancel = clock.setTimer(() => log.push("cancelled"), 10);
  cancel();
  expect(clock.pending).toBe(0);
  await clock.advance(10);
  expect(log).toEqual([]);
});

test("stops before the next timer once `isEnough` returns true", async () => {
  const clock = new VirtualClock();
  for (const ms of [10, 20, 30]) clock.after(ms, () => undefined);
  await clock.advance(100, () => clock.runCount === 2);
  expect([clock.nowMs - START_MS, clock.pending]).toEqual([20, 1]);
});

test("runs timers that fell due during a suspension at the next advance", async () => {
  const clock = new VirtualClock();
  const times: number[] = [];
  clock.after(10, () => times.push(clock.nowMs - START_MS));
  clock.suspend(1000);
  expect(times).toEqual([]);
  await clock.advance(0);
  expect(times).toEqual([1000]);
});

test("sleeps until the time has passed or the signal aborts", async () => {
  const clock = new VirtualClock();
  const slept = clock.sleep(10, never);
  const controller = new AbortController();
  const aborted = expect(clock.sleep(10, controller.signal)).rejects.toThrow("enough");
  controller.abort(new Error("enough"));
  await aborted;
  expect(clock.pending).toBe(1);
  await clock.advance(10);
  await slept;
});

test("skews only the date, not the timers", async () => {
  const clock = new VirtualClock();
  clock.skewMs = -3_600_000;
  expect(clock.date().getTime()).toBe(START_MS - 3_600_000);
  expect(clock.now()).toBe(START_MS);
});
