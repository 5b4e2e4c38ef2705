/** Plans which frames of one clip to decode: those likely to be shown next, except the ones the decoder leaves out. */
import type { ClipMedia } from "../media/clip-media.ts";
import { type Focus, framesToFetch } from "./frame-plan.ts";
import { standInFor } from "./stand-in.ts";

export interface DecodingPlan {
  readonly frameCount: number;
  /** The current position, at the stand-in for a left-out frame, because the stand-in is what must be kept. */
  readonly focus: Focus;
  setFocus(focus: Focus): void;
  /** The decoder output a later frame without this one. */
  leaveOut(frame: number): void;
  isLeftOut(frame: number): boolean;
  areAllLeftOut(): boolean;
  /** The frame that replaces one the decoder left out. */
  standIn(frame: number): number;
  /** The frames to have when each takes so many bytes, most urgent first. */
  wanted(frameBytes: number): readonly number[];
}

/** Room for the frames to play next, however large they are. */
const FRAMES_MIN = 4;

/** Starts at the first frame. */
export function createDecodingPlan(
  { frameCount }: Pick<ClipMedia, "frameCount">,
  budgetBytes: number,
): DecodingPlan {
  const leftOut = new Set<number>();
  let asked: Focus = { frame: 0, isPlaying: false, loop: null };
  let focus = asked;
  let list: { frameBytes: number; frames: readonly number[] } | null = null;

  const standIn = (frame: number) => standInFor(frame, leftOut, frameCount);

  function refocus() {
    focus = { ...asked, frame: standIn(asked.frame) };
    list = null;
  }

  return {
    frameCount,
    get focus() {
      return focus;
    },
    setFocus(next) {
      asked = next;
      refocus();
    },
    leaveOut(frame) {
      leftOut.add(frame);
      refocus();
    },
    isLeftOut: (frame) => leftOut.has(frame),
    areAllLeftOut: () => leftOut.size === frameCount,
    standIn,
    wanted(frameBytes) {
      if (list?.frameBytes !== frameBytes) {
        // One frame less, because a new one is added before an old one is evicted.
        const room = Math.max(FRAMES_MIN, Math.floor(budgetBytes / frameBytes) - 1);
        list = { frameBytes, frames: framesToFetch(focus, frameCount, room) };
      }
      return list.frames;
    },
  };
}
