/** Pairs the frames of both clips: a pair exists only when both sides have their frame. */
import { clamp } from "../clamp.ts";
import { createTimeline, type Timeline } from "../clock/timeline.ts";
import type { DamagedFrames } from "../decode/damage.ts";
import type { FrameSource, SourceEvents } from "../frames/frame-source.ts";
import type { ClipMedia } from "../media/clip-media.ts";
import { mapSides, type PerSide, SIDES, type Side } from "../sides.ts";
import type { ShownFrames } from "./comparison.ts";
import { createShownPair, type Detail } from "./shown-pair.ts";

/** The current position and playback of the pair, in frames of the common timeline. */
export interface PairFocus {
  frame: number;
  isPlaying: boolean;
  loop: { start: number; end: number } | null;
}

export interface PairFrames {
  readonly timeline: Timeline;
  /** Delays the right clip by a number of frames, at most by a whole clip. Returns the delay that applies. */
  setOffset(frames: number): number;
  focus(focus: PairFocus): void;
  has(frame: number, detail: Detail): boolean;
  /** The nearest frame with a pair, closer than `reach`. */
  nearest(frame: number, reach: number): { frame: number; detail: Detail } | null;
  /** Shows the pair of a frame and closes the previous one. Returns false if there is no such pair. */
  show(frame: number, detail: Detail): boolean;
  readonly shown: ShownFrames | null;
  /** Calls `listener` with each new pair, and immediately with the current one. Returns a disposer. */
  onShown(listener: (shown: ShownFrames) => void): () => void;
  close(): void;
}

interface Events {
  onFrame(): void;
  onDamage(side: Side, frames: DamagedFrames): void;
  onFailure(side: Side): void;
}

export type OpenSource = (side: Side, events: SourceEvents) => FrameSource;

/** Opens both clips. */
export function createPairFrames(
  media: PerSide<ClipMedia>,
  openSource: OpenSource,
  events: Events,
): PairFrames {
  const sources = openBoth(openSource, events);
  const pair = createShownPair((side, { index, detail }) =>
    detail === "full" ? sources[side].take(index) : sources[side].takeSketch(index),
  );
  let timeline = createTimeline(media, 0);

  const clipFrame = (side: Side, frame: number) =>
    sources[side].standIn(timeline.frameOf(side, frame));

  /** The best quality available for a pair: two full frames or two sketches, never one of each. */
  function bestOf(frame: number): Detail | null {
    if (frame < 0 || frame >= timeline.frameCount) return null;
    if (SIDES.every((side) => sources[side].has(clipFrame(side, frame)))) return "full";
    return SIDES.every((side) => sources[side].hasSketch(clipFrame(side, frame))) ? "sketch" : null;
  }

  return {
    get timeline() {
      return timeline;
    },
    get shown() {
      return pair.current;
    },
    onShown: pair.onShown,
    setOffset(frames) {
      const maxOffset = Math.max(media.left.frameCount, media.right.frameCount) - 1;
      const offset = clamp(Math.round(frames), -maxOffset, maxOffset);
      timeline = createTimeline(media, offset);
      return offset;
    },
    focus: (focus) => focusBoth(sources, timeline, focus),
    has(frame, detail) {
      const best = bestOf(frame);
      return best === "full" || best === detail;
    },
    nearest(frame, reach) {
      for (let distance = 0; distance < reach; distance += 1) {
        for (const each of [frame - distance, frame + distance]) {
          const detail = bestOf(each);
          if (detail) return { frame: each, detail };
        }
      }
      return null;
    },
    show(frame, wanted) {
      const detail = bestOf(frame);
      if (!detail || (wanted === "full" && detail === "sketch")) return false;
      return pair.show(
        frame,
        mapSides(sources, (_, side) => ({ index: clipFrame(side, frame), detail })),
      );
    },
    close() {
      for (const side of SIDES) sources[side].close();
      pair.close();
    },
  };
}

function openBoth(openSource: OpenSource, events: Events): PerSide<FrameSource> {
  const open = (side: Side) =>
    openSource(side, {
      onFrame: events.onFrame,
      onDamage: (frames) => events.onDamage(side, frames),
      onFailure: () => events.onFailure(side),
    });
  return { left: open("left"), right: open("right") };
}

/** Translates a focus on the common timeline into each clip's own frames. */
function focusBoth(
  sources: PerSide<FrameSource>,
  { frameOf }: Timeline,
  { frame, isPlaying, loop }: PairFocus,
) {
  for (const side of SIDES) {
    sources[side].focus({
      frame: frameOf(side, frame),
      isPlaying,
      loop: loop && { start: frameOf(side, loop.start), end: frameOf(side, loop.end) },
    });
  }
}
