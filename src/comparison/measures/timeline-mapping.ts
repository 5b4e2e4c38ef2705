/** Maps a clip's own frames and seconds to the common timeline. */

import { createTimeline, type TimedClip } from "#comparison/clock/timeline.ts";
import type { ComparisonState } from "#comparison/engine/comparison.ts";
import { mapSides, type PerSide } from "#comparison/sides.ts";

export interface TimelineMapping {
  /** The timeline's frame at a time of the clip, clamped to the timeline. */
  frameAt(seconds: number): number;
  /** The position of a time of the clip on a chart: 0 is the timeline's first frame, 1 its last. */
  chartPositionAt(seconds: number): number;
  /** The clip's own frame shown at a frame of the timeline. */
  clipFrame(frame: number): number;
}

/** For both clips, the right one delayed by `offsetFrames`. */
export function createTimelineMappings(
  clips: PerSide<TimedClip>,
  {
    frameRate,
    frameCount,
    offsetFrames,
  }: Pick<ComparisonState, "frameRate" | "frameCount" | "offsetFrames">,
): PerSide<TimelineMapping> {
  const { frameOf } = createTimeline(clips, offsetFrames);
  const last = Math.max(1, frameCount - 1);
  return mapSides(clips, (_, side) => {
    const delay = side === "right" ? offsetFrames : 0;
    return {
      frameAt: (seconds) =>
        Math.min(Math.max(Math.round(seconds * frameRate) + delay, 0), frameCount - 1),
      chartPositionAt: (seconds) => (seconds * frameRate + delay) / last,
      clipFrame: (frame) => frameOf(side, frame),
    };
  });
}
