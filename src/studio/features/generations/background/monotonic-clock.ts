/**
 * Milliseconds since 1970 on a clock that the user and the system can't set: the time the page was loaded at plus the
 * time since then. The difference to `Date.now()` stays constant until the system clock is changed.
 */
export function monotonicMs(): number {
  return performance.timeOrigin + performance.now();
}
