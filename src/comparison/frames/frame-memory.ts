/**
 * Keeps the decoded frames of one clip: full copies up to a byte budget, and small sketches of all frames when they do
 * not all fit.
 */

import { copyFrame, type FrameCopy, toVideoFrame } from "#comparison/decode/frame-copy.ts";
import { shrink } from "../decode/shrink.ts";
import type { Orientation } from "../decode/upright.ts";
import { createFrameCache } from "./frame-cache.ts";
import { distanceFrom, type Focus } from "./frame-plan.ts";

/** Memory limits for one clip. */
export interface FrameMemoryLimits {
  /** Bytes of decoded frames to keep. */
  budgetBytes: number;
  /** The factor by which sketches are reduced; null to make none. */
  sketchFactor: number | null;
}

export interface FrameMemory {
  readonly makesSketches: boolean;
  /** Bytes of one frame: an estimate until the first is copied, because decoders differ in pixel format. */
  readonly frameBytes: number;
  /** The number of decoded frames that are being copied. */
  readonly copyCount: number;
  isCopying(frame: number): boolean;
  has(frame: number): boolean;
  /** A full frame to paint; the caller closes it. Null if not available. */
  take(frame: number): VideoFrame | null;
  hasSketch(frame: number): boolean;
  /** Like `take`, but at sketch resolution. */
  takeSketch(frame: number): VideoFrame | null;
  /** Whether making a sketch was tried. Unusual pixel formats allow none. */
  isSketched(frame: number): boolean;
  /** Copies a decoded frame if it is wanted; the caller closes it. Resolves to whether it was. */
  add(frame: VideoFrame, index: number, orientation: Orientation | null): Promise<boolean>;
  /** Keeps what there is, and nothing that is added later. */
  stopAdding(): void;
  clear(): void;
}

/** Starts empty. The frames farthest from the current focus are evicted first. */
export function createFrameMemory(
  { budgetBytes, sketchFactor }: FrameMemoryLimits,
  estimatedFrameBytes: number,
  focus: () => Focus,
): FrameMemory {
  let frameBytes = estimatedFrameBytes;
  let isStopped = false;
  const cache = createFrameCache<FrameCopy>(budgetBytes, (frame) => distanceFrom(focus(), frame));
  const sketches = new Map<number, FrameCopy | null>();
  const copying = new Set<number>();
  const spare: ArrayBuffer[] = [];

  /** Reuses a buffer, so that the browser need not zero new memory. */
  function takeBuffer(bytes: number): ArrayBuffer {
    const buffer = spare.pop();
    return buffer?.byteLength === bytes ? buffer : new ArrayBuffer(bytes);
  }

  async function add(
    frame: VideoFrame,
    index: number,
    orientation: Orientation | null,
  ): Promise<boolean> {
    if (isStopped || copying.has(index)) return false;
    const isWanted = !cache.has(index) && cache.hasRoomFor(index, frameBytes);
    // Playback needs the time, so missing sketches are made once it pauses.
    const factor = focus().isPlaying || sketches.has(index) ? null : sketchFactor;
    if (!isWanted && factor === null) return false;
    copying.add(index);
    try {
      const kept = await copyFrame(frame, orientation, takeBuffer);
      if (isStopped) return false;
      frameBytes = kept.buffer.byteLength;
      if (factor !== null) sketches.set(index, shrink(kept, factor));
      const evicted = isWanted ? cache.set(index, kept, frameBytes) : [kept];
      spare.push(...evicted.map(({ buffer }) => buffer));
      return true;
    } finally {
      copying.delete(index);
    }
  }

  return {
    makesSketches: sketchFactor !== null,
    get frameBytes() {
      return frameBytes;
    },
    get copyCount() {
      return copying.size;
    },
    isCopying: (frame) => copying.has(frame),
    has: cache.has,
    take: (frame) => imageOf(cache.get(frame)),
    hasSketch: (frame) => Boolean(sketches.get(frame)),
    takeSketch: (frame) => imageOf(sketches.get(frame)),
    isSketched: (frame) => sketches.has(frame),
    add,
    stopAdding() {
      isStopped = true;
    },
    clear() {
      cache.clear();
      sketches.clear();
      spare.length = 0;
    },
  };
}

function imageOf(kept: FrameCopy | null | undefined): VideoFrame | null {
  return kept ? toVideoFrame(kept) : null;
}
