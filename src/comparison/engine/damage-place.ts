/** Locates damaged frames in a clip's own time and on the common timeline. */

import type { Timeline } from "../clock/timeline.ts";
import type { DamagedFrames } from "../decode/damage.ts";
import type { ClipMedia } from "../media/clip-media.ts";
import type { Side } from "../sides.ts";

/** Start and end of damaged frames, in seconds from the clip's first frame. */
export function damageTimes(
  { frameTimes, durationS }: Pick<ClipMedia, "frameTimes" | "durationS">,
  { first, last }: DamagedFrames,
): { fromS: number; toS: number } {
  const seconds = (frame: number) => frameTimes[frame] ?? durationS;
  return { fromS: seconds(first), toS: seconds(last + 1) };
}

/**
 * The frames of the common timeline for which a side has only damaged frames, both ends included; null if there are
 * none.
 */
export function damageOnTimeline(
  { frameCount, frameOf }: Timeline,
  side: Side,
  { first, last }: DamagedFrames,
): { startFrame: number; endFrame: number } | null {
  const frames = Array.from({ length: frameCount }, (_, frame) => frame).filter((frame) => {
    const own = frameOf(side, frame);
    return own >= first && own <= last;
  });
  const [startFrame] = frames;
  const endFrame = frames.at(-1);
  return startFrame === undefined || endFrame === undefined ? null : { startFrame, endFrame };
}
