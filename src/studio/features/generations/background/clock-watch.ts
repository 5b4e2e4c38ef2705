/** Detects jumps of the system clock and records them on the generations in progress. */
import { CLOCK_JUMP_MS, markClockJump } from "#studio/domain/life/clock-jump.ts";
import { outcomeOf } from "#studio/domain/life/entry-status.ts";
import type { GenerationDeps } from "./generation-deps.ts";

type ClockDeps = Pick<GenerationDeps, "library" | "now" | "monotonicMs">;

/**
 * Checks on every library change, which includes every response from Kirin. Marks what was in progress at the last
 * check, even if it has ended since, because that response may be the first event after the jump. Returns a disposer.
 */
export function startClockWatch({ library, now, monotonicMs }: ClockDeps): () => void {
  const offsetMs = () => now().getTime() - monotonicMs();
  let lastOffsetMs = offsetMs();
  let inProgress: string[] = [];

  function check(): void {
    const hasJumped = Math.abs(offsetMs() - lastOffsetMs) > CLOCK_JUMP_MS;
    const affected = hasJumped ? inProgress : [];
    // Updated before the marks are written, because each mark changes the library and triggers this check again.
    lastOffsetMs = offsetMs();
    inProgress = library
      .getState()
      .entries.filter((entry) => outcomeOf(entry) === null)
      .map(({ id }) => id);
    const at = now().toISOString();
    for (const id of affected) void library.update(id, (entry) => markClockJump(entry, at));
  }

  check();
  return library.subscribe(check);
}
