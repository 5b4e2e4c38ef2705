import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { deferred } from "#proxy/testing/deferred.ts";
import { runUntilSignal } from "./run-until-signal.ts";

const exit = vi.fn();
const listeners = { SIGTERM: process.listeners("SIGTERM"), SIGINT: process.listeners("SIGINT") };

beforeEach(() => {
  exit.mockReset();
  // The process of the tests has to go on, which is what the type of `exit` rules out.
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

/** Something whose end is in the test's hand. */
async function run() {
  const closed = deferred<void>();
  const close = vi.fn(() => closed.promise);
  await runUntilSignal(async () => ({ close }));
  return { close, finish: () => closed.resolve() };
}

it("closes once and ends with 0", async () => {
  const { close, finish } = await run();
  process.emit("SIGTERM");
  expect(exit).not.toHaveBeenCalled();
  finish();
  await vi.waitFor(() => expect(exit).toHaveBeenCalledExactlyOnceWith(0));
  expect(close).toHaveBeenCalledOnce();
});

it("takes a signal that npm passes on as well for one press", async () => {
  const { close, finish } = await run();
  process.emit("SIGINT");
  vi.advanceTimersByTime(100);
  process.emit("SIGINT");
  expect(exit).not.toHaveBeenCalled();
  finish();
  await vi.waitFor(() => expect(exit).toHaveBeenCalledExactlyOnceWith(0));
  expect(close).toHaveBeenCalledOnce();
});

it("ends at once at a second press", async () => {
  await run();
  process.emit("SIGINT");
  vi.advanceTimersByTime(1_000);
  process.emit("SIGINT");
  expect(exit).toHaveBeenCalledExactlyOnceWith(1);
});
