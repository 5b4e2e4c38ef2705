/**
 * The pure state machine of playback: which pair is due, when playback waits for frames, and what has to happen next.
 * `playback-runner.ts` carries out what it returns.
 */
import { frameAtPosition, restartClock } from "../clock/play-clock.ts";
import {
  frameOf,
  isPlaying,
  type Playback,
  type PlaybackContext,
  type PlaybackEvent,
  type PlaybackStep,
  pausedOn,
  within,
} from "./playback-state.ts";
import { tick } from "./playback-tick.ts";

/** Returns the playback after an event, and what has to happen. */
export function nextPlayback(
  playback: Playback,
  event: PlaybackEvent,
  context: PlaybackContext,
): PlaybackStep {
  switch (event.type) {
    case "tick":
      return tick(playback, event.audioPosition, context);
    case "play":
      return play(playback, context);
    case "pause":
      return pause(playback, context);
    case "seek":
      return seek(playback, event.frame, context);
    case "step":
      return step(playback, event.frames, context);
    case "scrub":
      return scrub(playback, event.frame, context);
    case "end-scrub":
      return endScrub(playback, context);
    case "retime":
      return retime(playback, context);
  }
}

function play(playback: Playback, { clockSettings, canPlay }: PlaybackContext): PlaybackStep {
  if (!canPlay || (playback.phase !== "paused" && playback.phase !== "scrubbing")) {
    return { playback };
  }
  const { start, end } = clockSettings.span;
  const isOutside = playback.frame >= end - 1 || playback.frame < start;
  const frame = isOutside ? start : playback.frame;
  return { playback: { phase: "starting", frame }, focus: frame, sound: "unlock", ticks: true };
}

/** Stops on the frame that is shown. */
function pause(playback: Playback, context: PlaybackContext): PlaybackStep {
  if (!isPlaying(playback)) return { playback };
  return pausedOn(context.shownFrame ?? frameOf(playback), context);
}

/** Playback that was running continues from the new frame. */
function seek(playback: Playback, wanted: number, context: PlaybackContext): PlaybackStep {
  const frame = within(wanted, context);
  return { playback: movedTo(frame, playback), focus: frame, sound: "end" };
}

function movedTo(frame: number, playback: Playback): Playback {
  if (!isPlaying(playback)) return { phase: "paused", frame };
  return { phase: playback.phase === "buffering" ? "buffering" : "starting", frame };
}

function step(playback: Playback, frames: number, context: PlaybackContext): PlaybackStep {
  const paused = pause(playback, context);
  const moved = seek(paused.playback, frameOf(paused.playback) + frames, context);
  return { ...paused, ...moved };
}

function scrub(playback: Playback, wanted: number, context: PlaybackContext): PlaybackStep {
  const frame = within(wanted, context);
  const resumes = playback.phase === "scrubbing" ? playback.resumes : isPlaying(playback);
  return {
    ...pause(playback, context),
    playback: {
      phase: "scrubbing",
      frame,
      movedAtMs: context.nowMs,
      isSettled: false,
      resumes,
    },
    ticks: true,
    // Showing a sketch needs no decoding, so leave the time to painting.
    ...(!context.has(frame, "sketch") && { focus: frame }),
  };
}

function endScrub(playback: Playback, context: PlaybackContext): PlaybackStep {
  if (playback.phase !== "scrubbing") return { playback };
  const { frame, resumes } = playback;
  const paused: Playback = { phase: "paused", frame };
  const resumed = resumes ? play(paused, context) : { playback: paused };
  return { focus: frame, ticks: true, ...resumed };
}

/** Restarts the clock from the current position. */
function retime(playback: Playback, context: PlaybackContext): PlaybackStep {
  if (playback.phase !== "playing") {
    const frame = within(playback.frame, context);
    return { playback: { ...playback, frame }, focus: frame, ticks: true };
  }
  const clock = restartClock(playback.clock, context.nowMs, context.clockSettings);
  return {
    playback: { phase: "playing", clock, lastPosition: Math.floor(clock.position) },
    focus: frameAtPosition(clock, clock.position),
    sound: "begin",
    ticks: true,
  };
}
