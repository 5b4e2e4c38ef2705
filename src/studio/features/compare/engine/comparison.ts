/**
 * Two clips as one: one clock, one transport, one pair of frames at a time. Lives outside React; components subscribe.
 * All frame numbers are of the common timeline (the finer frame rate of the two), from 0.
 */
import type { PerSide, Side } from "../side.ts";
import type { ClipMedia } from "./clip-media.ts";
import type { DamagedFrames } from "./damage.ts";

/** Which side is heard. */
export type Heard = "left" | "right" | "none";

/** Frames of the common timeline, both included. */
export interface Region {
  startFrame: number;
  endFrame: number;
}

export interface ComparisonState {
  /** Whether both first frames are there. Until then nothing is shown of either. */
  isReady: boolean;
  isPlaying: boolean;
  /** It plays, but has to wait for frames. */
  isBuffering: boolean;
  /** The frame on the screen. */
  frame: number;
  frameCount: number;
  frameRate: number;
  speed: number;
  isLooping: boolean;
  /** What is looped; null for the whole. */
  region: Region | null;
  /** So many frames later is the right one shown against the left one; may be negative. */
  offsetFrames: number;
  heard: Heard;
  /** Frames that were due while playing and not shown, since it was opened. */
  droppedFrames: number;
  /** Frames that could not be decoded so far, of each clip's own numbers; the last good frame stands in for them. */
  damage: PerSide<readonly DamagedFrames[]>;
  /** The side whose clip the browser gave up decoding: nothing new is shown after that. Null while all is well. */
  failedSide: Side | null;
}

/** One side's picture of this moment. */
export interface ShownFrame {
  /** Its number in its own clip. */
  index: number;
  /** To be drawn at once: it is let go when the next pair comes. */
  image: VideoFrame;
}

/** What is on the screen together. */
export interface ShownFrames extends PerSide<ShownFrame> {
  /** Of the common timeline. */
  frame: number;
}

/** Peak of each channel since the last call, 0 to 1 (above 1: clipped). */
export type Levels = readonly number[];

/** What a comparison can be asked for. */
export interface Comparison {
  readonly media: PerSide<ClipMedia>;
  subscribe(onChange: () => void): () => void;
  getState(): ComparisonState;
  /** Called with each new pair, at once with the one that is shown now. */
  onShown(listener: (shown: ShownFrames) => void): () => void;
  /** The pair on the screen, to be drawn again; null until there is one. */
  getShown(): ShownFrames | null;
  play(): void;
  pause(): void;
  toggle(): void;
  /** Stops, and goes so many frames on. */
  step(frames: number): void;
  /** Goes to a frame; plays on from there if it plays. */
  goToFrame(frame: number): void;
  /** While a slider is dragged: stops playing for the time, shows what can be shown soonest, ends on the very frame. */
  scrubTo(frame: number): void;
  /** The slider was let go. */
  endScrub(): void;
  setSpeed(speed: number): void;
  setLooping(isLooping: boolean): void;
  setRegion(region: Region | null): void;
  setOffset(frames: number): void;
  setHeard(heard: Heard): void;
  /** For level meters; both sides are measured, heard or not. Null for a side without sound. */
  readLevels(): PerSide<Levels | null>;
  /** Lets go of decoders, frames and sound. */
  close(): void;
}

/** As much of it as playing, seeking and looping ask for. Several takes in step have it too. */
export type Playing = Pick<
  Comparison,
  | "subscribe"
  | "getState"
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
