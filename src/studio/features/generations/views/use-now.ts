/** One clock for everything on screen that counts seconds. */
import { createStore } from "#store/create-store.ts";
import { CLOCK_JUMP_MS } from "#studio/domain/life/clock-jump.ts";
import { useStore } from "#studio/store/use-store.ts";
import { monotonicMs } from "../background/monotonic-clock.ts";

const TICK_MS = 1000;
/** A tick may be a second old, and a clock jump is noticed one tick later. */
const TOLERANCE_MS = 2000;

interface Clock {
  nowMs: number;
  /** The same time on the monotonic clock. */
  steadyMs: number;
  /** Monotonic time of the last clock jump since the page was opened. Null if there was none. */
  jumpedAtMs: number | null;
}

/** At build time it is 0. */
const clock = createStore<Clock>({ nowMs: 0, steadyMs: 0, jumpedAtMs: null }, () => {
  const timer = setInterval(tick, TICK_MS);
  // The time was not updated while there were no subscribers.
  queueMicrotask(tick);
  return () => clearInterval(timer);
});
clock.set({ nowMs: Date.now(), steadyMs: monotonicMs(), jumpedAtMs: null });

function tick(): void {
  const before = clock.getState();
  const nowMs = Date.now();
  const steadyMs = monotonicMs();
  const hasJumped = Math.abs(nowMs - before.nowMs - (steadyMs - before.steadyMs)) > CLOCK_JUMP_MS;
  clock.set({ nowMs, steadyMs, jumpedAtMs: hasJumped ? steadyMs : before.jumpedAtMs });
}

/** The current time in milliseconds, updated once a second for all subscribers together. */
export function useNow(): number {
  return useStore(clock, ({ nowMs }) => nowMs);
}

/**
 * Seconds from a time of the system clock to a value of {@link useNow}. Null if unknown, because the time is in the
 * future or before the last clock jump (the clock was set, or the machine slept).
 */
export function secondsSince(startMs: number, atMs: number): number | null {
  const { steadyMs, jumpedAtMs } = clock.getState();
  const passedMs = atMs - startMs;
  const knownMs = jumpedAtMs === null ? Number.POSITIVE_INFINITY : steadyMs - jumpedAtMs;
  if (passedMs < -TOLERANCE_MS || passedMs > knownMs + TOLERANCE_MS) return null;
  return Math.max(0, passedMs / 1000);
}
