/** One clock for everything on the screen that counts seconds. */
import { useSyncExternalStore } from "react";
import { CLOCK_JUMP_MS } from "#studio/domain/clock-jump.ts";

const TICK_MS = 1000;
/** A tick may be a second old, and another tab's clock is read a moment later. */
const FUTURE_TOLERANCE_MS = 2000;
const listeners = new Set<() => void>();
/** The time by the clock of before, at each jump of the clock since the page was opened. */
const jumpedAtMs: number[] = [];
let offsetMs = Date.now() - performance.now();
let nowMs = Date.now();
let timer: ReturnType<typeof setInterval> | undefined;

function tick(): void {
  const monotonicMs = performance.now();
  nowMs = Date.now();
  const expectedMs = monotonicMs + offsetMs;
  if (Math.abs(nowMs - expectedMs) > CLOCK_JUMP_MS) jumpedAtMs.push(expectedMs);
  offsetMs = nowMs - monotonicMs;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (timer === undefined) {
    timer = setInterval(tick, TICK_MS);
    // The clock stood still while nobody was listening.
    queueMicrotask(tick);
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** The time in milliseconds, told once a second and to all at once. */
export function useNow(): number {
  return useSyncExternalStore(
    subscribe,
    () => nowMs,
    () => 0,
  );
}

/**
 * Seconds since a moment of this computer's clock, once a second. Null where that is not known: the moment lies in the
 * future, or the clock has jumped since (it was set, or the machine slept).
 */
export function secondsSince(startMs: number, atMs: number): number | null {
  const passedMs = atMs - startMs;
  const hasJumped = jumpedAtMs.some((jumpMs) => startMs <= jumpMs);
  if (hasJumped || passedMs < -FUTURE_TOLERANCE_MS) return null;
  return Math.max(0, passedMs / 1000);
}
