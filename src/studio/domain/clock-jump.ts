/** Jumps of this computer's clock: it was set, or the machine slept. Times from before and after cannot be compared. */
import type { LibraryEntry } from "./library-entry.ts";

/**
 * How far the clock and the monotonic clock of the page may drift apart between two looks, in milliseconds. What time
 * servers correct is far less; timers that run late do not count, since both clocks go on.
 */
export const CLOCK_JUMP_MS = 5000;

/** Notes that the clock jumped while this entry was under way. `at` is ISO, by the clock after the jump. */
export function markClockJump(entry: LibraryEntry, at: string): LibraryEntry {
  return { ...entry, jumpedAt: at };
}
