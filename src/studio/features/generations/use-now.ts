/** One clock for everything on the screen that counts seconds. */
import { useSyncExternalStore } from "react";
import { CLOCK_JUMP_MS } from "#studio/domain/clock-jump.ts";

const TICK_MS = 1000;
/** A tick may be a second old, and a jump is noticed with the next one. */
const TOLERANCE_MS = 2000;
const listeners = new Set<() => void>();
let nowMs = Date.now();
/** The same moment by the clock that nobody can set. */
let monotonicMs = performance.now();
/** When the clock last jumped since the page was opened, by the one that nobody can set; null for never. */
let jumpedAtMs: number | null = null;
let timer: ReturnType<typeof setInterval> | undefined;

function tick(): void {
  const passedMs = performance.now() - monotonicMs;
  const hasJumped = Math.abs(Date.now() - nowMs - passedMs) > CLOCK_JUMP_MS;
  monotonicMs += passedMs;
  nowMs = Date.now();
  if (hasJumped) jumpedAtMs = monotonicMs;
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
 * Seconds from a moment of this computer's clock to what {@link useNow} gave. Null where that is not known: the moment lies
 * in the future, or before the last jump of the clock (it was set, or the machine slept).
 */
export function secondsSince(startMs: number, atMs: number): number | null {
  const passedMs = atMs - startMs;
  const knownMs = jumpedAtMs === null ? Number.POSITIVE_INFINITY : monotonicMs - jumpedAtMs;
  if (passedMs < -TOLERANCE_MS || passedMs > knownMs + TOLERANCE_MS) return null;
  return Math.max(0, passedMs / 1000);
}
