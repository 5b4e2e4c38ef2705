/** What a transport shows of its clip. */
import { type FrameTimes, frameAt, timeOfFrame } from "./frame-time.ts";
import { INITIAL_SETTINGS, type PlaybackSettings } from "./playback-settings.ts";

/** Speeds on offer, slowest first. */
export const SPEEDS = [0.1, 0.25, 0.5, 0.75, 1, 1.5, 2] as const;

export interface PlaybackState extends PlaybackSettings {
  isPlaying: boolean;
  isBuffering: boolean;
  /** When the frame on the screen begins, counted from the first frame; at the end, the clip's whole length. */
  timeS: number;
  /** 0 until known. */
  durationS: number;
  /** Of the frame on the screen; the first is 0. Null until the clip's sample table is known. */
  frame: number | null;
  /** Null until the clip's sample table is known. */
  frameCount: number | null;
}

/** Before anything is known, and what the server draws. */
export const IDLE_PLAYBACK: PlaybackState = {
  ...INITIAL_SETTINGS,
  isPlaying: false,
  isBuffering: false,
  timeS: 0,
  durationS: 0,
  frame: null,
  frameCount: null,
};

/** What only the transport's owner knows, beside what the element says itself. Times are of the element's clock. */
export interface PlaybackMemory {
  /** Null until the sample table is known. */
  frames: FrameTimes | null;
  /** What the file's clock is ahead of the element's. */
  clockOffsetS: number;
  /** When the frame on the screen begins; null where it is not known. */
  shownS: number | null;
  /** Where a seek under way is going. */
  targetS: number | null;
}

/** The length of a clip in seconds, 0 while unknown. */
export function durationOf(video: HTMLVideoElement): number {
  return Number.isFinite(video.duration) ? video.duration : 0;
}

/** Reads the element. */
export function readPlayback(
  video: HTMLVideoElement | null,
  memory: PlaybackMemory,
  settings: PlaybackSettings,
): PlaybackState {
  if (!video) return { ...IDLE_PLAYBACK, ...settings };
  const durationS = durationOf(video);
  const isPlaying = !video.paused && !video.ended;
  const frame = shownFrame(video, memory);
  return {
    ...settings,
    isPlaying,
    isBuffering: isPlaying && video.readyState < video.HAVE_FUTURE_DATA,
    timeS: video.ended ? durationS : timeOf(video, memory, frame),
    durationS,
    frame,
    frameCount: memory.frames?.frameStarts.length ?? null,
  };
}

/** The frame on the screen, or the one a seek under way goes to; null without a sample table. */
export function shownFrame(video: HTMLVideoElement, memory: PlaybackMemory): number | null {
  const { frames, clockOffsetS } = memory;
  if (!frames) return null;
  if (video.ended) return frames.frameStarts.length - 1;
  return frameAt(positionOf(video, memory) + clockOffsetS, frames);
}

function timeOf(video: HTMLVideoElement, memory: PlaybackMemory, frame: number | null): number {
  if (frame === null || memory.frames === null) return positionOf(video, memory);
  return timeOfFrame(frame, memory.frames);
}

function positionOf(video: HTMLVideoElement, { targetS, shownS }: PlaybackMemory): number {
  return targetS ?? shownS ?? video.currentTime;
}

/** Whether two states show the same. */
export function isSamePlayback(a: PlaybackState, b: PlaybackState): boolean {
  return (Object.keys(a) as (keyof PlaybackState)[]).every((key) => a[key] === b[key]);
}
