/** What a transport shows of one clip, or of several that play together. */
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

/** What only the transport's owner knows, beside what the elements say themselves. */
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

/** The clip the others follow: the longest, the first among equals. */
export function leaderOf(videos: readonly HTMLVideoElement[]): HTMLVideoElement | undefined {
  return videos.reduce<HTMLVideoElement | undefined>(
    (longest, video) => (!longest || durationOf(video) > durationOf(longest) ? video : longest),
    undefined,
  );
}

/** Reads the elements. */
export function readPlayback(
  videos: readonly HTMLVideoElement[],
  memory: PlaybackMemory,
): PlaybackState {
  const { frameRate, speed, isLooping, isMuted } = memory;
  const kept = { frameRate, speed, isLooping, isMuted };
  const leader = leaderOf(videos);
  if (!leader) return { ...IDLE_PLAYBACK, ...kept };
  const durationS = durationOf(leader);
  const frames = frameCount(durationS, frameRate);
  const isPlaying = !leader.paused && !leader.ended;
  const atS = memory.targetS ?? memory.shownS ?? leader.currentTime;
  const frame = leader.ended ? frames - 1 : Math.min(frameAt(atS, frameRate), frames - 1);
  return {
    ...kept,
    isPlaying,
    isBuffering: isPlaying && leader.readyState < leader.HAVE_FUTURE_DATA,
    timeS: leader.ended ? durationS : timeOfFrame(frame, frameRate),
    durationS,
    frame,
    frameCount: frames,
  };
}

/** Whether two states show the same. */
export function isSamePlayback(a: PlaybackState, b: PlaybackState): boolean {
  return (Object.keys(a) as (keyof PlaybackState)[]).every((key) => a[key] === b[key]);
}
