/** A comparison in virtual time. The test controls how fast its clips decode. */
import { createComparison } from "../engine/create-comparison.ts";
import type { Focus } from "../frames/frame-plan.ts";
import type { FrameSource, SourceEvents } from "../frames/frame-source.ts";
import { aClipMedia } from "./fake-comparison.ts";
import { FakeFrames } from "./fake-frames.ts";

/** A picture that only records whether it was closed. */
interface FakeImage {
  isOpen: boolean;
}

/** A clip whose frames become available when the test says so. */
class FakeSource implements FrameSource {
  readonly there = new Set<number>();
  readonly sketched = new Set<number>();
  readonly leftOut = new Set<number>();
  readonly images: FakeImage[] = [];
  focused: Focus = { frame: -1, isPlaying: false, loop: null };
  isClosed = false;
  readonly events: SourceEvents;
  constructor(events: SourceEvents) {
    this.events = events;
  }
  decode(...frames: number[]) {
    for (const frame of frames) this.there.add(frame);
    this.events.onFrame();
  }
  focus(focus: Focus) {
    this.focused = focus;
  }
  has = (frame: number) => this.there.has(frame);
  hasSketch = (frame: number) => this.sketched.has(frame);
  take(frame: number) {
    return this.there.has(frame) ? this.open() : null;
  }
  takeSketch(frame: number) {
    return this.sketched.has(frame) ? this.open() : null;
  }
  standIn(frame: number) {
    return this.leftOut.has(frame) ? frame - 1 : frame;
  }
  close() {
    this.isClosed = true;
  }
  private open(): VideoFrame {
    const image = { isOpen: true, close: () => (image.isOpen = false) };
    this.images.push(image);
    // The pictures are never read.
    return image as unknown as VideoFrame;
  }
}

export const FRAMES = 48;
export const allFrames = [...Array(FRAMES).keys()];

/** A comparison of two silent clips of 2 seconds in virtual time. */
export function virtualComparison(change: Parameters<typeof aClipMedia>[0] = {}) {
  const sources: FakeSource[] = [];
  const frames = new FakeFrames();
  const media = () => aClipMedia({ frameCount: FRAMES, sound: null, ...change });
  const comparison = createComparison(
    { left: media(), right: media() },
    {
      clock: frames,
      openSource(_, events) {
        const source = new FakeSource(events);
        sources.push(source);
        return source;
      },
    },
  );
  const shown: number[] = [];
  comparison.onShown(({ frame, left, right }) => {
    if (left.index === right.index) shown.push(frame);
    else throw new Error(`${left.index} beside ${right.index}`);
  });
  const [left, right] = sources;
  if (!left || !right) throw new Error("no sources");
  return {
    comparison,
    left,
    right,
    shown,
    decodeBoth(...frames: number[]) {
      left.decode(...frames);
      right.decode(...frames);
    },
    /** Advances the time, painting every 16 ms. */
    pass(ms: number) {
      const untilMs = frames.nowMs + ms;
      while (frames.nowMs < untilMs) {
        frames.paintAfter(Math.min(16, untilMs - frames.nowMs));
      }
    },
    isIdle: () => frames.isIdle,
    hide: () => frames.hide(),
  };
}

export type VirtualComparison = ReturnType<typeof virtualComparison>;
