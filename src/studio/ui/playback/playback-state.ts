/** The state of a clip that a transport shows. */
import { timeOfFrame } from "./frame-time.ts";
import { durationOf, type PlaybackMemory, positionOf, shownFrame } from "./playback-memory.ts";
import { INITIAL_SETTINGS, type PlaybackSettings } from "./settings/playback-settings.ts";

export interface PlaybackState extends PlaybackSettings {
  isPlaying: boolean;
  isBuffering: boolean;
  /** Start of the current frame, relative to the first frame. At the end, the clip's full length. */
  timeS: number;
  /** 0 until known. */
  durationS: number;
  /** Index of the current frame, from 0. Null until the sample table is known. */
  frame: number | null;
  /** Null until the sample table is known. */
  frameCount: number | null;
}

/** The state before anything is known, and during prerendering. */
export const IDLE_PLAYBACK: PlaybackState = {
  ...INITIAL_SETTINGS,
  isPlaying: false,
  isBuffering: false,
  timeS: 0,
  durationS: 0,
  frame: null,
  frameCount: null,
};

/** Derives the state from the element, the memory and the settings. */
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

function timeOf(video: HTMLVideoElement, memory: PlaybackMemory, frame: number | null): number {
  if (frame === null || memory.frames === null) return positionOf(video, memory);
  return timeOfFrame(frame, memory.frames);
}
