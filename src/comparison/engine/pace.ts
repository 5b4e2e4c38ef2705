/** What the play clock needs to know of a comparison's settings. */
import type { PlayClock, Span } from "../clock/play-clock.ts";
import type { ComparisonState } from "./comparison.ts";

type Timing = Pick<ComparisonState, "frameRate" | "frameCount" | "speed" | "isLooping" | "region">;

/** The clock settings that follow from frame rate, speed, region and loop. */
export type Pace = Pick<PlayClock, "framesPerMs" | "span" | "isLooping">;

/** The span to play: the region, or the whole timeline. */
export function spanOf({ region, frameCount }: Pick<Timing, "region" | "frameCount">): Span {
  return { start: region?.startFrame ?? 0, end: (region?.endFrame ?? frameCount - 1) + 1 };
}

/** Speed, span and looping for the play clock. */
export function paceOf(timing: Timing): Pace {
  const { frameRate, speed, isLooping } = timing;
  return { framesPerMs: (frameRate * speed) / 1000, span: spanOf(timing), isLooping };
}
