/** Where damaged frames of a clip are: in its own time, and on the common timeline. */
import type { Side } from "../side.ts";
import type { ClipMedia } from "./clip-media.ts";
import type { DamagedFrames } from "./damage.ts";
import type { Timeline } from "./timeline.ts";

/** When they begin and end, in seconds from the clip's first frame, as it is read: "2.04". */
export function damageTimes(
  { frameTimes, durationS }: Pick<ClipMedia, "frameTimes" | "durationS">,
  { first, last }: DamagedFrames,
): { fromS: string; toS: string } {
  const seconds = (frame: number) => (frameTimes[frame] ?? durationS).toFixed(2);
  return { fromS: seconds(first), toS: seconds(last + 1) };
}

/** Frames of the common timeline on which a side has only damaged frames to show, both included; null where it has none. */
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
