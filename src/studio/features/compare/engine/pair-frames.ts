/** Frames of both clips as one: there is a pair where both sides have theirs, and nothing where one is missing. */
import { type PerSide, SIDES, type Side } from "../side.ts";
import type { ClipMedia } from "./clip-media.ts";
import type { ShownFrame, ShownFrames } from "./comparison.ts";
import type { DamagedFrames } from "./damage.ts";
import type { FrameSource, SourceEvents } from "./frame-source.ts";
import { createTimeline, type Timeline } from "./timeline.ts";

/** Where the pair stands, and how it goes on from there. In frames of the common timeline. */
export interface PairFocus {
  frame: number;
  isPlaying: boolean;
  loop: { start: number; end: number } | null;
}

/** How good a pair has to be; a sketch gives way to whole frames where both are there. */
export type Detail = "full" | "sketch";

export interface PairFrames {
  readonly timeline: Timeline;
  setOffset(frames: number): void;
  focus(focus: PairFocus): void;
  has(frame: number, detail: Detail): boolean;
  /** The frame nearest to a place, and nearer than so many frames, of which there is a pair. */
  nearest(frame: number, reach: number): { frame: number; detail: Detail } | null;
  /** Shows the pair of a frame in place of the one before, which is let go. False where there is none. */
  show(frame: number, detail: Detail): boolean;
  readonly shown: ShownFrames | null;
  /** Whether what is shown is only a sketch. */
  readonly isSketched: boolean;
  close(): void;
}

interface Events {
  onFrame(): void;
  onDamage(side: Side, frames: DamagedFrames): void;
  onFailure(side: Side): void;
  /** Another pair is shown; the one before is let go after this. */
  onShown(shown: ShownFrames): void;
}

export type OpenSource = (side: Side, events: SourceEvents) => FrameSource;

/** One side's picture, and how good it is. */
interface Picture extends ShownFrame {
  detail: Detail;
}

/** Opens both clips. */
export function createPairFrames(
  media: PerSide<ClipMedia>,
  openSource: OpenSource,
  events: Events,
): PairFrames {
  const open = (side: Side) =>
    openSource(side, {
      onFrame: events.onFrame,
      onDamage: (frames) => events.onDamage(side, frames),
      onFailure: () => events.onFailure(side),
    });
  const sources: PerSide<FrameSource> = { left: open("left"), right: open("right") };
  let timeline = createTimeline(media, 0);
  let pictures: PerSide<Picture> | null = null;
  let shown: ShownFrames | null = null;

  const own = (side: Side, frame: number) => sources[side].standIn(timeline.frameOf(side, frame));

  /** How good a pair there is: two whole frames, or two sketches, but never one of each. */
  function bestOf(frame: number): Detail | null {
    if (frame < 0 || frame >= timeline.frameCount) return null;
    if (SIDES.every((side) => sources[side].has(own(side, frame)))) return "full";
    return SIDES.every((side) => sources[side].hasSketch(own(side, frame))) ? "sketch" : null;
  }

  function has(frame: number, detail: Detail): boolean {
    const best = bestOf(frame);
    return best === "full" || best === detail;
  }

  /** The picture that is shown already, where it is the same. */
  function takeOne(side: Side, frame: number, detail: Detail): Picture | null {
    const index = own(side, frame);
    const before = pictures?.[side];
    if (before?.index === index && before.detail === detail) return before;
    const source = sources[side];
    const image = detail === "full" ? source.take(index) : source.takeSketch(index);
    return image && { index, image, detail };
  }

  function letGo(gone: Partial<PerSide<Picture>> | null, kept: PerSide<Picture> | null) {
    for (const side of SIDES) {
      const picture = gone?.[side];
      if (picture && picture !== kept?.[side]) picture.image.close();
    }
  }

  return {
    get timeline() {
      return timeline;
    },
    get shown() {
      return shown;
    },
    get isSketched() {
      return SIDES.some((side) => pictures?.[side].detail === "sketch");
    },
    setOffset(frames) {
      timeline = createTimeline(media, frames);
    },
    focus({ frame, isPlaying, loop }) {
      for (const side of SIDES) {
        const at = (common: number) => timeline.frameOf(side, common);
        sources[side].focus({
          frame: at(frame),
          isPlaying,
          loop: loop && { start: at(loop.start), end: at(loop.end) },
        });
      }
    },
    has,
    nearest(frame, reach) {
      for (let apart = 0; apart < reach; apart += 1) {
        for (const each of [frame - apart, frame + apart]) {
          const detail = bestOf(each);
          if (detail) return { frame: each, detail };
        }
      }
      return null;
    },
    show(frame, detail) {
      const before = pictures;
      const best = bestOf(frame);
      if (!best || (detail === "full" && best === "sketch")) return false;
      const left = takeOne("left", frame, best);
      const right = left && takeOne("right", frame, best);
      if (!left || !right) {
        if (left) letGo({ left }, before);
        return false;
      }
      const isSame = shown?.frame === frame && before?.left === left && before.right === right;
      if (isSame) return true;
      pictures = { left, right };
      shown = { frame, left, right };
      events.onShown(shown);
      letGo(before, pictures);
      return true;
    },
    close() {
      for (const side of SIDES) sources[side].close();
      letGo(pictures, null);
      pictures = null;
      shown = null;
    },
  };
}
