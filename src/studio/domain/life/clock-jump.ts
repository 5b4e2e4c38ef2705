/**
 * Detects jumps of this computer's clock, after it was set or the machine slept. Times across a jump cannot be
 * compared.
 */
import type { LibraryEntry } from "./library-entry.ts";

/**
 * How far the wall clock and the monotonic clock may drift apart between two checks, in milliseconds. Corrections by
 * time servers are far smaller. Late timers do not matter, since they affect both clocks alike.
 */
export const CLOCK_JUMP_MS = 5000;

/** Records that the clock jumped while this entry was in progress. `at` is ISO, by the clock after the jump. */
export function markClockJump(entry: LibraryEntry, at: string): LibraryEntry {
  return { ...entry, jumpedAt: at };
}
