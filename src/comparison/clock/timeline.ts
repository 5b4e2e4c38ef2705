/**
 * The common timeline at the higher of the two frame rates. It starts at the left clip's first frame, so frame numbers
 * stay the same when the right clip is shifted, and ends with the last frame of either.
 */

import type { ClipMedia } from "../media/clip-media.ts";
import { type PerSide, SIDES, type Side } from "../sides.ts";

/** What a clip's position in time depends on. */
export type TimedClip = Pick<ClipMedia, "frameRate" | "frameTimes" | "durationS">;

export interface Timeline {
  frameRate: number;
  frameCount: number;
  /**
   * The frame of its own clip that a side shows. Before its start a clip shows its first frame, after its end its last.
   */
  frameOf(side: Side, frame: number): number;
}

/** Aligns two clips, the right one delayed by a number of frames. */
export function createTimeline(clips: PerSide<TimedClip>, offsetFrames: number): Timeline {
  const frameRate = Math.max(clips.left.frameRate, clips.right.frameRate);
  const delays = { left: 0, right: offsetFrames };
  const ends = SIDES.map((side) => Math.round(clips[side].durationS * frameRate) + delays[side]);
  const frameCount = Math.max(1, ...ends);
  const shown = {
    left: framesAtTimes(clips.left, { frameRate, frameCount, delay: delays.left }),
    right: framesAtTimes(clips.right, { frameRate, frameCount, delay: delays.right }),
  };
  return { frameRate, frameCount, frameOf: (side, frame) => shown[side][frame] ?? 0 };
}

/**
 * Maps each frame of the timeline to the clip's frame at its midpoint. With equal frame rates, times rounded by the
 * container then cannot select a neighbouring frame.
 */
function framesAtTimes(
  { frameTimes }: TimedClip,
  { frameRate, frameCount, delay }: { frameRate: number; frameCount: number; delay: number },
): Int32Array {
  const frames = new Int32Array(frameCount);
  let own = 0;
  for (let frame = 0; frame < frameCount; frame += 1) {
    const time = (frame - delay + 0.5) / frameRate;
    while ((frameTimes[own + 1] ?? Number.POSITIVE_INFINITY) <= time) own += 1;
    frames[frame] = own;
  }
  return frames;
}
