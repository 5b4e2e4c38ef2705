/** The thumbnails of all takes of a sheet on one timeline, at the highest frame rate among them. */
import { type ThumbnailTrack, type TrackTiming, trackFrameAt } from "./thumbnail-track.ts";

export interface ThumbnailTracks {
  readonly frameRate: number;
  readonly frameCount: number;
  open(id: string, facts: TrackTiming): void;
  addFrame(id: string, index: number, image: ImageBitmap): void;
  /** Fills frames the decoder left out with the one before. Returns false if no frame arrived at all. */
  finish(id: string): boolean;
  drop(id: string): void;
  /** Whether every take has its picture for this frame of the timeline. */
  hasFrame(frame: number): boolean;
  /** A take's own frame number, and its picture if it has arrived. */
  at(id: string, frame: number): { index: number; picture: ImageBitmap | undefined } | null;
  close(): void;
}

/** Starts without takes. */
export function createThumbnailTracks(): ThumbnailTracks {
  const tracks = new Map<string, ThumbnailTrack>();
  let frameRate = 24;
  let frameCount = 1;

  function updateTiming() {
    const all = [...tracks.values()];
    const highest = Math.max(1, ...all.map((track) => track.frameRate));
    frameRate = highest;
    frameCount = Math.max(1, ...all.map(({ durationS }) => Math.round(durationS * highest)));
  }

  /** Uses the midpoint of the frame, so that times rounded by the container cannot select a neighbouring frame. */
  const indexAt = (track: ThumbnailTrack, frame: number) =>
    trackFrameAt(track, (frame + 0.5) / frameRate);

  return {
    get frameRate() {
      return frameRate;
    },
    get frameCount() {
      return frameCount;
    },
    open(id, facts) {
      tracks.set(id, { ...facts, frames: [] });
      updateTiming();
    },
    addFrame(id, index, image) {
      const track = tracks.get(id);
      if (track) track.frames[index] = image;
      else image.close();
    },
    finish(id) {
      const track = tracks.get(id);
      let last = track?.frames.find((frame) => frame !== undefined);
      if (!track || last === undefined) return false;
      for (let index = 0; index < track.frameCount; index += 1) {
        last = track.frames[index] ?? last;
        track.frames[index] = last;
      }
      return true;
    },
    drop(id) {
      for (const frame of tracks.get(id)?.frames ?? []) frame?.close();
      tracks.delete(id);
      updateTiming();
    },
    hasFrame: (frame) =>
      tracks.size > 0 &&
      [...tracks.values()].every((track) => track.frames[indexAt(track, frame)] !== undefined),
    at(id, frame) {
      const track = tracks.get(id);
      if (!track) return null;
      const index = indexAt(track, frame);
      return { index, picture: track.frames[index] };
    },
    close() {
      for (const { frames } of tracks.values()) for (const frame of frames) frame?.close();
      tracks.clear();
    },
  };
}
