/** Arithmetic of the two loop marks. */
import { clamp } from "../clamp.ts";
import type { Region } from "../engine/comparison.ts";

export type Mark = "start" | "end";

/** A mark and the frame of the timeline where it is put. */
interface MarkPosition {
  mark: Mark;
  frame: number;
  frameCount: number;
}

/**
 * The region after setting a mark at a frame. A mark set beyond the other one resets that one to its end of the
 * timeline.
 */
export function setMark(region: Region | null, { mark, frame, frameCount }: MarkPosition): Region {
  const whole = { startFrame: 0, endFrame: frameCount - 1 };
  const at = clamp(frame, whole.startFrame, whole.endFrame);
  const { startFrame, endFrame } = region ?? whole;
  if (mark === "start") {
    return { startFrame: at, endFrame: at <= endFrame ? endFrame : whole.endFrame };
  }
  return { startFrame: at >= startFrame ? startFrame : whole.startFrame, endFrame: at };
}

/** The region after dragging a mark to a frame. It stops at the other mark. */
export function dragMark(region: Region, { mark, frame, frameCount }: MarkPosition): Region {
  const { startFrame, endFrame } = region;
  return mark === "start"
    ? { startFrame: clamp(frame, 0, endFrame), endFrame }
    : { startFrame, endFrame: clamp(frame, startFrame, frameCount - 1) };
}
