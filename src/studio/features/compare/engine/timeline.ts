/**
 * The common timeline: both clips on the finer frame rate of the two. It begins with the left clip's first frame, whose
 * numbers stay what they are when the right one is shifted, and ends with the last frame of either.
 */
import { type PerSide, SIDES, type Side } from "../side.ts";
import type { ClipMedia } from "./clip-media.ts";

/** As much of a clip as its place in time needs. */
export type TimedClip = Pick<ClipMedia, "frameRate" | "frameTimes" | "durationS">;

export interface Timeline {
  frameRate: number;
  frameCount: number;
  /** Which frame of its own clip a side shows. A clip that has not begun shows its first frame, one that ended its last. */
  frameOf(side: Side, frame: number): number;
}

/** Lays two clips beside each other, the right one so many frames later. */
export function createTimeline(clips: PerSide<TimedClip>, offsetFrames: number): Timeline {
  const frameRate = Math.max(clips.left.frameRate, clips.right.frameRate);
  const delays = { left: 0, right: offsetFrames };
  const ends = SIDES.map((side) => Math.round(clips[side].durationS * frameRate) + delays[side]);
  const frameCount = Math.max(1, ...ends);
  const shown = {
    left: framesAtTimes(clips.left, frameRate, frameCount, delays.left),
    right: framesAtTimes(clips.right, frameRate, frameCount, delays.right),
  };
  return { frameRate, frameCount, frameOf: (side, frame) => shown[side][frame] ?? 0 };
}

/**
 * For every frame of the timeline the one that is on in the middle of it: where both clips have the same rate, times that
 * were rounded by the container cannot move a frame to its neighbour.
 */
function framesAtTimes(
  { frameTimes }: TimedClip,
  frameRate: number,
  frameCount: number,
  delay: number,
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
