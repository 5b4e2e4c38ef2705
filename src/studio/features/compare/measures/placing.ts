/** Where a clip's own frames and seconds stand on the timeline of both. */
import type { ComparisonState } from "../engine/comparison.ts";
import { createTimeline, type TimedClip } from "../engine/timeline.ts";
import { mapSides, type PerSide } from "../side.ts";

export interface Placing {
  /** The timeline's frame at a second of the clip; within the timeline. */
  frameAt(seconds: number): number;
  /** Where a second of the clip stands on a chart: 0 is the timeline's first frame, 1 its last. */
  placeAt(seconds: number): number;
  /** The clip's own frame that is shown with one of the timeline. */
  ownFrame(frame: number): number;
}

/** For both clips, the right one so many frames later. */
export function createPlacings(
  clips: PerSide<TimedClip>,
  {
    frameRate,
    frameCount,
    offsetFrames,
  }: Pick<ComparisonState, "frameRate" | "frameCount" | "offsetFrames">,
): PerSide<Placing> {
  const { frameOf } = createTimeline(clips, offsetFrames);
  const last = Math.max(1, frameCount - 1);
  return mapSides(clips, (_, side) => {
    const delay = side === "right" ? offsetFrames : 0;
    return {
      frameAt: (seconds) =>
        Math.min(Math.max(Math.round(seconds * frameRate) + delay, 0), frameCount - 1),
      placeAt: (seconds) => (seconds * frameRate + delay) / last,
      ownFrame: (frame) => frameOf(side, frame),
    };
  });
}
