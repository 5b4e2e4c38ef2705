import { expect, test } from "vitest";
import { createCoalescedRun } from "./coalesced-run.ts";

/** Work whose runs end when the test says so. */
function openWork() {
  const ends: { resolve: () => void; reject: (error: Error) => void }[] = [];
  const run = createCoalescedRun(
    () => new Promise((resolve, reject) => ends.push({ resolve, reject })),
  );
  return { run, ends };
}

const settle = async () => {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
};

test("never runs twice at the same time, and runs once more for all calls made during a run", async () => {
  const { run, ends } = openWork();
  const calls = [run.start()];
  expect(run.isRunning()).toBe(true);
  calls.push(run.start(), run.start());
  expect(ends).toHaveLength(1);
  ends[0]?.resolve();
  await settle();
  expect(ends).toHaveLength(2);
  ends[1]?.resolve();
  await Promise.all(calls);
  expect(run.isRunning()).toBe(false);
  expect(ends).toHaveLength(2);
});

test("rejects all the calls that wait for a run that throws, and can be started again", async () => {
  const { run, ends } = openWork();
  const calls = [run.start(), run.start()];
  ends[0]?.reject(new Error("planted"));
  for (const call of calls) await expect(call).rejects.toThrow("planted");
  expect(run.isRunning()).toBe(false);
  const again = run.start();
  ends[1]?.resolve();
  await again;
});
