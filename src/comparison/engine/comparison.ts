/**
 * Plays two clips in step: one clock, one transport, one pair of frames at a time. Independent of React; components
 * subscribe. All frame numbers count from 0 on the common timeline, which has the higher of the two frame rates.
 */

import type { ReadableStore } from "#store/create-store.ts";
import type { DamagedFrames } from "../decode/damage.ts";
import type { ClipMedia } from "../media/clip-media.ts";
import type { PerSide, Side } from "../sides.ts";
import type { AudibleSide, Levels } from "../sound/audible-side.ts";

/** A range of frames on the common timeline, both ends included. */
export interface Region {
  startFrame: number;
  endFrame: number;
}

export interface ComparisonState {
  /** Whether the first frames of both clips are decoded. Nothing is shown before that. */
  isReady: boolean;
  isPlaying: boolean;
  /** Playing, but waiting for frames. */
  isBuffering: boolean;
  /** The frame currently shown. */
  frame: number;
  frameCount: number;
  frameRate: number;
  speed: number;
  isLooping: boolean;
  /** The looped region; null loops the whole timeline. */
  region: Region | null;
  /** The number of frames by which the right clip is delayed against the left one; may be negative. */
  offsetFrames: number;
  audible: AudibleSide;
  /** Frames that were due during playback but not shown, counted since the comparison was opened. */
  droppedFrames: number;
  /** Frames found to be undecodable so far, in each clip's own numbering. The last good frame replaces them. */
  damage: PerSide<readonly DamagedFrames[]>;
  /** The side whose decoder failed for good; no new frames are shown after that. Null while both work. */
  failedSide: Side | null;
}

/** The picture of one side. */
export interface ShownFrame {
  /** Frame number within its own clip. */
  index: number;
  /** Must be drawn synchronously: it is closed when the next pair is shown. */
  image: VideoFrame;
}

/** The two pictures shown together. */
export interface ShownFrames extends PerSide<ShownFrame> {
  /** Frame number on the common timeline. */
  frame: number;
}

/** The public interface of a comparison. */
export interface Comparison extends ReadableStore<ComparisonState> {
  readonly media: PerSide<ClipMedia>;
  /** Calls `listener` with each new pair, and immediately with the current one. Returns a disposer. */
  onShown(listener: (shown: ShownFrames) => void): () => void;
  /** The current pair, for repainting; null until there is one. */
  getShown(): ShownFrames | null;
  play(): void;
  pause(): void;
  toggle(): void;
  /** Pauses and moves by a number of frames. */
  step(frames: number): void;
  /** Seeks to a frame. Playback continues from there if it was running. */
  goToFrame(frame: number): void;
  /**
   * Called while a slider is dragged. Pauses playback, shows the nearest available frame, and settles on the exact one.
   */
  scrubTo(frame: number): void;
  /** Ends scrubbing, and resumes playback if it was playing before. */
  endScrub(): void;
  setSpeed(speed: number): void;
  setLooping(isLooping: boolean): void;
  setRegion(region: Region | null): void;
  setOffset(frames: number): void;
  setAudible(audible: AudibleSide): void;
  /** Levels for the meters. Both sides are measured whether audible or not. Null for a side without sound. */
  readLevels(): PerSide<Levels | null>;
  /** Releases decoders, frames and sound. */
  close(): void;
}

/** The part that playing, seeking and looping need. A player of several takes implements it too. */
export type Playing = Pick<
  Comparison,
  | "subscribe"
  | "getState"
  | "getInitialState"
  | "play"
  | "pause"
  | "toggle"
  | "step"
  | "goToFrame"
  | "scrubTo"
  | "endScrub"
  | "setSpeed"
  | "setLooping"
  | "setRegion"
>;
