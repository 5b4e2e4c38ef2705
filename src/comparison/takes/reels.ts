/** The thumbnails of all takes of a sheet on one timeline, at the highest frame rate among them. */
import { type Reel, type ReelFacts, reelFrameAt } from "./reel.ts";

export interface Reels {
  readonly frameRate: number;
  readonly frameCount: number;
  open(id: string, facts: ReelFacts): void;
  addFrame(id: string, index: number, image: ImageBitmap): void;
  /** Fills frames the decoder left out with the one before. Returns false if no frame arrived at all. */
  finish(id: string): boolean;
  drop(id: string): void;
  /** Whether every take has its picture for this frame of the timeline. */
  isThere(frame: number): boolean;
  /** A take's own frame number, and its picture if it has arrived. */
  at(id: string, frame: number): { index: number; picture: ImageBitmap | undefined } | null;
  close(): void;
}

/** Starts without takes. */
export function createReels(): Reels {
  const reels = new Map<string, Reel>();
  let frameRate = 24;
  let frameCount = 1;

  function measure() {
    const all = [...reels.values()];
    const finest = Math.max(1, ...all.map((reel) => reel.frameRate));
    frameRate = finest;
    frameCount = Math.max(1, ...all.map(({ durationS }) => Math.round(durationS * finest)));
  }

  /** Uses the midpoint of the frame, so that times rounded by the container cannot select a neighbouring frame. */
  const indexAt = (reel: Reel, frame: number) => reelFrameAt(reel, (frame + 0.5) / frameRate);

  return {
    get frameRate() {
      return frameRate;
    },
    get frameCount() {
      return frameCount;
    },
    open(id, facts) {
      reels.set(id, { ...facts, frames: [] });
      measure();
    },
    addFrame(id, index, image) {
      const reel = reels.get(id);
      if (reel) reel.frames[index] = image;
      else image.close();
    },
    finish(id) {
      const reel = reels.get(id);
      let last = reel?.frames.find((frame) => frame !== undefined);
      if (!reel || last === undefined) return false;
      for (let index = 0; index < reel.frameCount; index += 1) {
        last = reel.frames[index] ?? last;
        reel.frames[index] = last;
      }
      return true;
    },
    drop(id) {
      for (const frame of reels.get(id)?.frames ?? []) frame?.close();
      reels.delete(id);
      measure();
    },
    isThere: (frame) =>
      reels.size > 0 &&
      [...reels.values()].every((reel) => reel.frames[indexAt(reel, frame)] !== undefined),
    at(id, frame) {
      const reel = reels.get(id);
      if (!reel) return null;
      const index = indexAt(reel, frame);
      return { index, picture: reel.frames[index] };
    },
    close() {
      for (const { frames } of reels.values()) for (const frame of frames) frame?.close();
      reels.clear();
    },
  };
}
