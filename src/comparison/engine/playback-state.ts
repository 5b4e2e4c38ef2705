/** The states of playback, and what an event may lead to. `playback.ts` decides which. */
import { clamp } from "../clamp.ts";
import type { PlayClock } from "../clock/play-clock.ts";
import type { ClockSettings } from "./clock-settings.ts";
import type { Detail } from "./shown-pair.ts";

export type Playback =
  /** Shows a frame as soon as it is decoded. */
  | { phase: "paused"; frame: number }
  /** A slider is dragged. It is settled once the pointer has not moved for a while. */
  | {
      phase: "scrubbing";
      frame: number;
      movedAtMs: number;
      isSettled: boolean;
      /** Whether playback continues after the drag. */
      resumes: boolean;
    }
  /** Playback begins as soon as this frame is decoded. */
  | { phase: "starting"; frame: number }
  /** Playback ran out of frames and continues once several are decoded. */
  | { phase: "buffering"; frame: number }
  /** `lastPosition` is the last position shown, counting loop laps. */
  | { phase: "playing"; clock: PlayClock; lastPosition: number };

export type PlaybackEvent =
  /** A new paint. `audioPosition` is what is audible now; null if nothing is. */
  | { type: "tick"; audioPosition: number | null }
  | { type: "play" }
  | { type: "pause" }
  | { type: "seek"; frame: number }
  /** Pauses and moves by a number of frames. */
  | { type: "step"; frames: number }
  | { type: "scrub"; frame: number }
  | { type: "end-scrub" }
  /** Speed, loop, region or offset changed. */
  | { type: "retime" };

/** The facts that decide what an event does. */
export interface PlaybackContext {
  nowMs: number;
  clockSettings: ClockSettings;
  frameCount: number;
  /** The frame of the current pair; null before the first. */
  shownFrame: number | null;
  /** False after a decoder failed for good. */
  canPlay: boolean;
  /** Whether both sides have a frame. */
  has(frame: number, detail: Detail): boolean;
  /** The nearest frame that both sides have, closer than `reach`. */
  nearest(frame: number, reach: number): { frame: number; detail: Detail } | null;
}

/** The next state and what has to happen. */
export interface PlaybackStep {
  playback: Playback;
  /** The pair to show. */
  show?: { frame: number; detail: Detail };
  /** The number of frames that were due and are skipped. */
  dropped?: number;
  /** The frame around which to decode from now on. */
  focus?: number;
  sound?: "unlock" | "begin" | "end";
  /** Whether to tick again before the next paint. */
  ticks?: boolean;
}

/** Starts paused on the first frame. */
export const INITIAL_PLAYBACK: Playback = { phase: "paused", frame: 0 };

/** Whether playback is on, even if it waits for frames. */
export function isPlaying({ phase }: Playback): boolean {
  return phase === "starting" || phase === "buffering" || phase === "playing";
}

/** Stops on a frame. */
export function pausedOn(wanted: number, context: PlaybackContext): PlaybackStep {
  const frame = within(wanted, context);
  return { playback: { phase: "paused", frame }, focus: frame, sound: "end", ticks: true };
}

/** The current frame; during playback, the last one shown. */
export function frameOf(playback: Playback): number {
  return playback.phase === "playing" ? playback.lastPosition : playback.frame;
}

/** A frame that exists. */
export function within(frame: number, { frameCount }: PlaybackContext): number {
  return clamp(Math.round(frame), 0, frameCount - 1);
}
