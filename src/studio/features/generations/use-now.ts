/** One clock for everything on screen that counts seconds. */
import { useSyncExternalStore } from "react";
import { CLOCK_JUMP_MS } from "#studio/domain/life/clock-jump.ts";
import { monotonicMs } from "./monotonic-clock.ts";

const TICK_MS = 1000;
/** A tick may be a second old, and a clock jump is noticed one tick later. */
const TOLERANCE_MS = 2000;
const listeners = new Set<() => void>();
let nowMs = Date.now();
/** The same moment on the monotonic clock. */
let steadyMs = monotonicMs();
/** Monotonic time of the last clock jump since the page was opened. Null if there was none. */
let jumpedAtMs: number | null = null;
let timer: ReturnType<typeof setInterval> | undefined;

function tick(): void {
  const passedMs = monotonicMs() - steadyMs;
  const hasJumped = Math.abs(Date.now() - nowMs - passedMs) > CLOCK_JUMP_MS;
  steadyMs += passedMs;
  nowMs = Date.now();
  if (hasJumped) jumpedAtMs = steadyMs;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (timer === undefined) {
    timer = setInterval(tick, TICK_MS);
    // The time was not updated while there were no subscribers.
    queueMicrotask(tick);
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** The current time in milliseconds, updated once a second for all subscribers together. */
export function useNow(): number {
  return useSyncExternalStore(
    subscribe,
    () => nowMs,
    () => 0,
  );
}

/**
 * Seconds from a moment of the system clock to a value of {@link useNow}. Null if unknown, because the moment is in the
 * future or before the last clock jump (the clock was set, or the machine slept).
 */
export function secondsSince(startMs: number, atMs: number): number | null {
  const passedMs = atMs - startMs;
  const knownMs = jumpedAtMs === null ? Number.POSITIVE_INFINITY : steadyMs - jumpedAtMs;
  if (passedMs < -TOLERANCE_MS || passedMs > knownMs + TOLERANCE_MS) return null;
  return Math.max(0, passedMs / 1000);
}
