/** What a transport shows of its clip. */
import { ASSUMED_FRAME_RATE, frameAt, frameCount, timeOfFrame } from "./frame-time.ts";

/** Speeds on offer, slowest first. */
export const SPEEDS = [0.25, 0.5, 1, 1.5, 2] as const;

export interface PlaybackState {
  isPlaying: boolean;
  isBuffering: boolean;
  /** When the frame on the screen begins; at the end, the clip's whole length. */
  timeS: number;
  /** 0 until known. */
  durationS: number;
  /** Of the frame on the screen; the first is 0. */
  frame: number;
  frameCount: number;
  frameRate: number;
  speed: number;
  isLooping: boolean;
  isMuted: boolean;
}

/** Before anything is known, and what the server draws. */
export const IDLE_PLAYBACK: PlaybackState = {
  isPlaying: false,
  isBuffering: false,
  timeS: 0,
  durationS: 0,
  frame: 0,
  frameCount: 1,
  frameRate: ASSUMED_FRAME_RATE,
  speed: 1,
  isLooping: false,
  isMuted: false,
};

/** What only the transport's owner knows, beside what the element says itself. */
export interface PlaybackMemory {
  frameRate: number;
  speed: number;
  isLooping: boolean;
  isMuted: boolean;
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
): PlaybackState {
  const { frameRate, speed, isLooping, isMuted } = memory;
  const kept = { frameRate, speed, isLooping, isMuted };
  if (!video) return { ...IDLE_PLAYBACK, ...kept };
  const durationS = durationOf(video);
  const frames = frameCount(durationS, frameRate);
  const isPlaying = !video.paused && !video.ended;
  const atS = memory.targetS ?? memory.shownS ?? video.currentTime;
  const frame = video.ended ? frames - 1 : Math.min(frameAt(atS, frameRate), frames - 1);
  return {
    ...kept,
    isPlaying,
    isBuffering: isPlaying && video.readyState < video.HAVE_FUTURE_DATA,
    timeS: video.ended ? durationS : timeOfFrame(frame, frameRate),
    durationS,
    frame,
    frameCount: frames,
  };
}

/** Whether two states show the same. */
export function isSamePlayback(a: PlaybackState, b: PlaybackState): boolean {
  return (Object.keys(a) as (keyof PlaybackState)[]).every((key) => a[key] === b[key]);
}
