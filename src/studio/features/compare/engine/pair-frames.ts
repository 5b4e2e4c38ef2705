/** Pairs the frames of both clips: a pair exists only when both sides have their frame. */
import { type PerSide, SIDES, type Side } from "../side.ts";
import type { ClipMedia } from "./clip-media.ts";
import type { ShownFrame, ShownFrames } from "./comparison.ts";
import type { DamagedFrames } from "./damage.ts";
import type { FrameSource, SourceEvents } from "./frame-source.ts";
import { createTimeline, type Timeline } from "./timeline.ts";

/** The current position and playback of the pair, in frames of the common timeline. */
export interface PairFocus {
  frame: number;
  isPlaying: boolean;
  loop: { start: number; end: number } | null;
}

/** The required quality of a pair. Full frames replace sketches when both sides have them. */
export type Detail = "full" | "sketch";

export interface PairFrames {
  readonly timeline: Timeline;
  setOffset(frames: number): void;
  focus(focus: PairFocus): void;
  has(frame: number, detail: Detail): boolean;
  /** The nearest frame with a pair, closer than `reach`. */
  nearest(frame: number, reach: number): { frame: number; detail: Detail } | null;
  /** Shows the pair of a frame and closes the previous one. Returns false if there is no such pair. */
  show(frame: number, detail: Detail): boolean;
  readonly shown: ShownFrames | null;
  /** Whether the current pair is only a sketch. */
  readonly isSketched: boolean;
  close(): void;
}

interface Events {
  onFrame(): void;
  onDamage(side: Side, frames: DamagedFrames): void;
  onFailure(side: Side): void;
  /** A new pair is shown. The previous one is closed after this call. */
  onShown(shown: ShownFrames): void;
}

export type OpenSource = (side: Side, events: SourceEvents) => FrameSource;

/** The picture of one side and its quality. */
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

  /** The best quality available for a pair: two full frames or two sketches, never one of each. */
  function bestOf(frame: number): Detail | null {
    if (frame < 0 || frame >= timeline.frameCount) return null;
    if (SIDES.every((side) => sources[side].has(own(side, frame)))) return "full";
    return SIDES.every((side) => sources[side].hasSketch(own(side, frame))) ? "sketch" : null;
  }

  function has(frame: number, detail: Detail): boolean {
    const best = bestOf(frame);
    return best === "full" || best === detail;
  }

  /** Reuses the current picture if it is the same. */
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
