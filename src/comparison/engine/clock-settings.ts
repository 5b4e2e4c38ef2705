/** Derives the settings of the play clock from those of the comparison. */
import type { PlayClock, Span } from "#comparison/clock/play-clock.ts";
import type { ComparisonState } from "./comparison.ts";

type Timing = Pick<ComparisonState, "frameRate" | "frameCount" | "speed" | "isLooping" | "region">;

/** The clock settings that follow from frame rate, speed, region and loop. */
export type ClockSettings = Pick<PlayClock, "framesPerMs" | "span" | "isLooping">;

/** The span to play: the region, or the whole timeline. */
export function spanOf({ region, frameCount }: Pick<Timing, "region" | "frameCount">): Span {
  return { start: region?.startFrame ?? 0, end: (region?.endFrame ?? frameCount - 1) + 1 };
}

/** The play clock's settings at the current speed, region and loop. */
export function clockSettingsOf(timing: Timing): ClockSettings {
  const { frameRate, speed, isLooping } = timing;
  return { framesPerMs: (frameRate * speed) / 1000, span: spanOf(timing), isLooping };
}
