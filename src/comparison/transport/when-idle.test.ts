import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createFakeComparison } from "../testing/fake-comparison.ts";
import { whenIdle } from "./when-idle.ts";

/** The browser's callbacks for idle time. */
let idle: (() => void)[];

beforeEach(() => {
  idle = [];
  const requestIdleCallback = vi.fn((callback: () => void) => idle.push(callback));
  vi.stubGlobal("window", { requestIdleCallback });
  vi.stubGlobal("requestIdleCallback", requestIdleCallback);
});

afterEach(() => vi.unstubAllGlobals());

/** A wait for a comparison in a state, and whether it is over. */
function aWait(state: { isReady: boolean; isPlaying: boolean }) {
  const comparison = createFakeComparison({ state });
  const ending = new AbortController();
  const onRest = vi.fn();
  const wait = whenIdle(comparison, ending.signal).then(onRest);
  return { comparison, ending, onRest, wait };
}

/** Lets everything run that waits for no outside event. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

it("waits for the first pair, then for the end of playback, then for an idle browser", async () => {
  const { comparison, onRest, wait } = aWait({ isReady: false, isPlaying: true });
  await settle();
  comparison.set({ isPlaying: false });
  await settle();
  expect(idle).toEqual([]);
  comparison.set({ isReady: true, isPlaying: true });
  await settle();
  expect(idle).toEqual([]);
  comparison.set({ isPlaying: false });
  await settle();
  expect(idle).toHaveLength(1);
  expect(requestIdleCallback).toHaveBeenCalledWith(expect.anything(), { timeout: 1000 });
  expect(onRest).not.toHaveBeenCalled();
  idle[0]?.();
  await wait;
});

it("waits only for an idle browser if nothing plays", async () => {
  const { wait } = aWait({ isReady: true, isPlaying: false });
  await settle();
  expect(idle).toHaveLength(1);
  idle[0]?.();
  await wait;
});

it("ends at once when it is aborted, without waiting for the browser", async () => {
  const { ending, wait } = aWait({ isReady: true, isPlaying: true });
  await settle();
  ending.abort();
  await wait;
  expect(idle).toEqual([]);
  const comparison = createFakeComparison({ state: { isReady: false } });
  await whenIdle(comparison, AbortSignal.abort());
  expect(idle).toEqual([]);
});

it("uses a timer in browsers without idle callbacks", async () => {
  vi.stubGlobal("window", {});
  await aWait({ isReady: true, isPlaying: false }).wait;
  expect(idle).toEqual([]);
});
