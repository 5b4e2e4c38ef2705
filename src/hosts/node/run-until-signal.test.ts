import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { deferred } from "#proxy/testing/deferred.ts";
import { runUntilSignal } from "./run-until-signal.ts";

const exit = vi.fn();
const SIGNALS = ["SIGTERM", "SIGINT", "SIGHUP"] as const;
const before = new Map(SIGNALS.map((signal) => [signal, process.listeners(signal)]));

beforeEach(() => {
  exit.mockReset();
  // The test process must continue, so the mock breaks the `never` type of `exit`.
  vi.spyOn(process, "exit").mockImplementation(exit as unknown as typeof process.exit);
  vi.useFakeTimers({ toFake: ["performance"] });
});

afterEach(() => {
  vi.useRealTimers();
  for (const signal of SIGNALS) {
    for (const listener of process.listeners(signal)) {
      if (!before.get(signal)?.includes(listener)) process.off(signal, listener);
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

it.each(SIGNALS)("closes once at %s, then exits with 0", async (signal) => {
  const { close, finish } = await run();
  process.emit(signal);
  expect(exit).not.toHaveBeenCalled();
  finish();
  await vi.waitFor(() => expect(exit).toHaveBeenCalledExactlyOnceWith(0), 20_000);
  expect(close).toHaveBeenCalledOnce();
});

it("exits with 1 and the error's message when it cannot start", async () => {
  const written = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  await runUntilSignal(() => Promise.reject(new Error("The port is taken.")));
  expect(exit).toHaveBeenCalledExactlyOnceWith(1);
  expect(written).toHaveBeenCalledExactlyOnceWith("The port is taken.\n");
});

it("exits with 1 and the error's message when it cannot close", async () => {
  const written = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  await runUntilSignal(async () => ({ close: () => Promise.reject(new Error("It is stuck.")) }));
  process.emit("SIGTERM");
  await vi.waitFor(() => expect(exit).toHaveBeenCalledExactlyOnceWith(1), 20_000);
  expect(written).toHaveBeenCalledExactlyOnceWith("It is stuck.\n");
});

it("treats a signal that npm also forwards as one key press", async () => {
  const { close, finish } = await run();
  vi.advanceTimersByTime(10_000);
  process.emit("SIGINT");
  vi.advanceTimersByTime(500);
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
