/** Frames of both clips as one: there is a pair where both sides have theirs, and nothing where one is missing. */
import { type PerSide, SIDES, type Side } from "../side.ts";
import type { ClipMedia } from "./clip-media.ts";
import type { ShownFrame, ShownFrames } from "./comparison.ts";
import type { FrameSource, SourceEvents } from "./frame-source.ts";
import { createTimeline, type Timeline } from "./timeline.ts";

/** Where the pair stands, and how it goes on from there. In frames of the common timeline. */
export interface PairFocus {
  frame: number;
  isPlaying: boolean;
  loop: { start: number; end: number } | null;
}

export interface PairFrames {
  readonly timeline: Timeline;
  setOffset(frames: number): void;
  focus(focus: PairFocus): void;
  has(frame: number): boolean;
  /** The pair of a frame in place of another, whose pictures it keeps where they are the same. */
  take(frame: number, before: ShownFrames | null): ShownFrames | null;
  close(): void;
}

export type OpenSource = (media: ClipMedia, events: SourceEvents) => FrameSource;

/** Opens both clips. */
export function createPairFrames(
  media: PerSide<ClipMedia>,
  openSource: OpenSource,
  events: { onFrame(): void; onFailure(side: Side): void },
): PairFrames {
  const open = (side: Side) =>
    openSource(media[side], { onFrame: events.onFrame, onFailure: () => events.onFailure(side) });
  const sources: PerSide<FrameSource> = { left: open("left"), right: open("right") };
  let timeline = createTimeline(media, 0);
  const own = (side: Side, frame: number) => sources[side].standIn(timeline.frameOf(side, frame));

  function takeOne(side: Side, frame: number, before: ShownFrames | null): ShownFrame | null {
    const index = own(side, frame);
    if (before?.[side].index === index) return before[side];
    const image = sources[side].take(index);
    return image && { index, image };
  }

  return {
    get timeline() {
      return timeline;
    },
    setOffset(frames) {
      timeline = createTimeline(media, frames);
    },
    focus({ frame, isPlaying, loop }) {
      for (const side of SIDES) {
        sources[side].focus({
          frame: timeline.frameOf(side, frame),
          isPlaying,
          loop: loop && {
            start: timeline.frameOf(side, loop.start),
            end: timeline.frameOf(side, loop.end),
          },
        });
      }
    },
    has: (frame) => SIDES.every((side) => sources[side].has(own(side, frame))),
    take(frame, before) {
      const left = takeOne("left", frame, before);
      const right = left && takeOne("right", frame, before);
      if (left && right) return { frame, left, right };
      if (left && left !== before?.left) left.image.close();
      return null;
    },
    close() {
      for (const side of SIDES) sources[side].close();
    },
  };
}

/** Lets go of the pictures of a pair that the next one does not show as well. */
export function releasePair(shown: ShownFrames | null, next: ShownFrames | null): void {
  for (const side of SIDES) {
    if (shown && shown[side] !== next?.[side]) shown[side].image.close();
  }
}
