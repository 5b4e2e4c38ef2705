import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { deferred } from "#proxy/testing/deferred.ts";
import { runUntilSignal } from "./run-until-signal.ts";

const exit = vi.fn();
const listeners = { SIGTERM: process.listeners("SIGTERM"), SIGINT: process.listeners("SIGINT") };

beforeEach(() => {
  exit.mockReset();
  // The test process must continue, so the mock breaks the `never` type of `exit`.
  vi.spyOn(process, "exit").mockImplementation(exit as unknown as typeof process.exit);
  vi.useFakeTimers({ toFake: ["performance"] });
});

afterEach(() => {
  vi.useRealTimers();
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    for (const listener of process.listeners(signal)) {
      if (!listeners[signal].includes(listener)) process.off(signal, listener);
    }
  }
});

/** Starts a process whose `close` the test can finish. */
async function run() {
  const closed = deferred<void>();
  const close = vi.fn(() => closed.promise);
  await runUntilSignal(async () => ({ close }));
  return { close, finish: () => closed.resolve() };
}

it("closes once at a signal, then exits with 0", async () => {
  const { close, finish } = await run();
  process.emit("SIGTERM");
  expect(exit).not.toHaveBeenCalled();
  finish();
  await vi.waitFor(() => expect(exit).toHaveBeenCalledExactlyOnceWith(0), 20_000);
  expect(close).toHaveBeenCalledOnce();
});

it("treats a signal that npm also forwards as one key press", async () => {
  const { close, finish } = await run();
  process.emit("SIGINT");
  vi.advanceTimersByTime(100);
  process.emit("SIGINT");
  expect(exit).not.toHaveBeenCalled();
  finish();
  await vi.waitFor(() => expect(exit).toHaveBeenCalledExactlyOnceWith(0), 20_000);
  expect(close).toHaveBeenCalledOnce();
});

it("exits immediately at a second key press", async () => {
  await run();
  process.emit("SIGINT");
  vi.advanceTimersByTime(1_000);
  process.emit("SIGINT");
  expect(exit).toHaveBeenCalledExactlyOnceWith(1);
});
