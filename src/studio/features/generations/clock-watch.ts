/** Notices jumps of this computer's clock, and notes them on the generations they happened to. */
import { CLOCK_JUMP_MS, markClockJump } from "#studio/domain/clock-jump.ts";
import { outcomeOf } from "#studio/domain/entry-status.ts";
import type { GenerationDeps } from "./generation-deps.ts";

type ClockDeps = Pick<GenerationDeps, "library" | "now" | "monotonicMs">;

/**
 * Looks at every change of the library, which come with every answer of Kirin. Marks what was under way at the last look,
 * also when it has ended since: that answer may be the first thing after the jump. Returns a disposer.
 */
export function startClockWatch({ library, now, monotonicMs }: ClockDeps): () => void {
  const offsetMs = () => now().getTime() - monotonicMs();
  let lastOffsetMs = offsetMs();
  let underWay: string[] = [];

  function look(): void {
    const hasJumped = Math.abs(offsetMs() - lastOffsetMs) > CLOCK_JUMP_MS;
    const affected = hasJumped ? underWay : [];
    // Before the marks are made: each is a change of the library and leads back here.
    lastOffsetMs = offsetMs();
    underWay = library
      .getSnapshot()
      .entries.filter((entry) => outcomeOf(entry) === null)
      .map(({ id }) => id);
    const at = now().toISOString();
    for (const id of affected) void library.update(id, (entry) => markClockJump(entry, at));
  }

  look();
  return library.subscribe(look);
}
