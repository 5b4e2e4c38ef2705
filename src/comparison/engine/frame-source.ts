/**
 * Decodes one clip's frames ahead of time. Follows a focus: decodes the frames likely to be shown next, keeps copies
 * within a budget, and makes small sketches of all frames when they do not all fit.
 */

import type { DamagedFrames } from "../decode/damage.ts";
import { type KeptFrame, keepFrame, toVideoFrame } from "../decode/kept-frame.ts";
import { frameBytesOf, shrink } from "../decode/shrink.ts";
import type { ClipMedia } from "../media/clip-media.ts";
import { createFrameCache } from "./frame-cache.ts";
import { createFrameDecoder, type FrameDecoder } from "./frame-decoder.ts";
import { distanceFrom, type Focus, framesToFetch } from "./frame-plan.ts";

export interface FrameSource {
  /** Sets the current position and starts decoding around it. */
  focus(focus: Focus): void;
  /** Whether a full frame is available. */
  has(frame: number): boolean;
  /** A full frame to paint; the caller closes it. Null if not available. */
  take(frame: number): VideoFrame | null;
  hasSketch(frame: number): boolean;
  /** Like `take`, but at sketch resolution. */
  takeSketch(frame: number): VideoFrame | null;
  /** The frame that replaces one the decoder left out. */
  standIn(frame: number): number;
  close(): void;
}

export interface SourceEvents {
  /** Another frame is available. */
  onFrame(): void;
  /** These frames cannot be decoded; the last good frame before them is shown instead. */
  onDamage(frames: DamagedFrames): void;
  /** Decoding failed for good. */
  onFailure(): void;
}

/** Memory limits for one clip. */
export interface Keeping {
  /** Bytes of decoded frames to keep. */
  budgetBytes: number;
  /** The factor by which sketches are reduced; null to make none. */
  sketchFactor: number | null;
}

/** Maximum decoder frames held open while they are copied. */
const COPYING_MAX = 4;

/** Opens a clip for decoding. */
export function createFrameSource(
  media: ClipMedia,
  { budgetBytes, sketchFactor }: Keeping,
  events: SourceEvents,
): FrameSource {
  let asked: Focus = { frame: 0, isPlaying: false, loop: null };
  /** Like `asked`, but at the stand-in for a left-out frame, because the stand-in is what must be kept. */
  let focus = asked;
  let frameBytes = frameBytesOf(media);
  let toFetch: number[] | null = null;
  const cache = createFrameCache<KeptFrame>(budgetBytes, (frame) => distanceFrom(focus, frame));
  const sketches = new Map<number, KeptFrame | null>();
  const copying = new Set<number>();
  const leftOut = new Set<number>();
  const spare: ArrayBuffer[] = [];
  let isClosed = false;
  let isPumping = false;
  let wake = () => {};
  let decoder: FrameDecoder | null = null;
  const opened = createFrameDecoder(media, {
    onFrame: (frame, index) => void keep(frame, index),
    onLeftOut(index) {
      leftOut.add(index);
      refocus();
      events.onFrame();
    },
    onDamage: events.onDamage,
    onFree: () => wake(),
    onFailure: fail,
  });

  function standIn(frame: number): number {
    let found = frame;
    while (found > 0 && leftOut.has(found)) found -= 1;
    while (leftOut.has(found) && found < media.frameCount - 1) found += 1;
    return found;
  }

  function refocus() {
    focus = { ...asked, frame: standIn(asked.frame) };
    toFetch = null;
  }

  async function pump() {
    if (isPumping || isClosed) return;
    isPumping = true;
    try {
      decoder = await opened;
      while (!isClosed) {
        const frame = nextFrame(decoder);
        if (frame === null) break;
        if (decoder.leadsTo(frame) && (decoder.isBusy() || copying.size >= COPYING_MAX)) {
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
        } else {
          await decoder.stepTowards(frame);
          if (leftOut.size === media.frameCount) throw new Error("Nothing can be decoded.");
        }
      }
    } catch {
      fail();
    } finally {
      isPumping = false;
    }
  }

  /** The most urgent frame to decode; null if everything wanted is available. */
  function nextFrame(decoding: FrameDecoder): number | null {
    const room = Math.max(4, Math.floor(budgetBytes / frameBytes) - 1);
    toFetch ??= framesToFetch(focus, media.frameCount, room);
    const first = toFetch.findIndex(isMissing);
    if (first === -1) return nextSketch(decoding);
    // Decode distant frames only when they are on the way. Otherwise each step back would restart a group.
    if (first < toFetch.length / 2 || !sketchFactor) return toFetch[first] ?? null;
    const onTheWay = toFetch.find((frame) => isMissing(frame) && decoding.leadsTo(frame));
    return onTheWay ?? nextSketch(decoding);
  }

  function isMissing(frame: number) {
    return !cache.has(frame) && !copying.has(frame) && !leftOut.has(frame);
  }

  /** The next frame to sketch, while nothing more urgent is pending. */
  function nextSketch(decoding: FrameDecoder): number | null {
    if (!sketchFactor || focus.isPlaying) return null;
    let first: number | null = null;
    for (let frame = 0; frame < media.frameCount; frame += 1) {
      if (sketches.has(frame) || copying.has(frame) || leftOut.has(frame)) continue;
      if (decoding.leadsTo(frame)) return frame;
      first ??= frame;
    }
    return first;
  }

  async function keep(frame: VideoFrame, index: number) {
    try {
      const isWanted = !cache.has(index) && cache.hasRoomFor(index, frameBytes);
      // Playback needs the time, so missing sketches are made once it pauses.
      const isSketched = !sketchFactor || focus.isPlaying || sketches.has(index);
      if (isClosed || copying.has(index) || (!isWanted && isSketched)) return;
      copying.add(index);
      const kept = await keepFrame(frame, decoder?.turn ?? null, takeBuffer);
      if (isClosed) return;
      // The number of frames that fit is known only now, because decoders differ in pixel format.
      if (frameBytes !== kept.buffer.byteLength) toFetch = null;
      frameBytes = kept.buffer.byteLength;
      if (sketchFactor && !isSketched) sketches.set(index, shrink(kept, sketchFactor));
      const gone = isWanted ? cache.set(index, kept, frameBytes) : [kept];
      spare.push(...gone.map(({ buffer }) => buffer));
      events.onFrame();
    } catch {
      fail();
    } finally {
      copying.delete(index);
      frame.close();
      wake();
    }
  }

  /** Reuses a buffer, so that the browser need not zero new memory. */
  function takeBuffer(bytes: number): ArrayBuffer {
    const buffer = spare.pop();
    return buffer?.byteLength === bytes ? buffer : new ArrayBuffer(bytes);
  }

  function fail() {
    if (isClosed) return;
    stop();
    events.onFailure();
  }

  function stop() {
    isClosed = true;
    opened.then((decoding) => decoding.close()).catch(() => {});
    wake();
  }

  return {
    focus(next) {
      asked = next;
      refocus();
      wake();
      void pump();
    },
    has: (frame) => cache.has(frame),
    take(frame) {
      const kept = cache.get(frame);
      return kept ? toVideoFrame(kept) : null;
    },
    hasSketch: (frame) => Boolean(sketches.get(frame)),
    takeSketch(frame) {
      const kept = sketches.get(frame);
      return kept ? toVideoFrame(kept) : null;
    },
    standIn,
    close() {
      stop();
      cache.clear();
      sketches.clear();
      spare.length = 0;
    },
  };
}
