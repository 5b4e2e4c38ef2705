/**
 * The pure state machine of a sheet: which frame is due, and which one is shown. Playback waits if a take has no
 * picture yet, so no take runs ahead of the others.
 */

import { clockSettingsOf, spanOf } from "#comparison/engine/clock-settings.ts";
import { clamp } from "../clamp.ts";
import {
  frameAtPosition,
  hasEnded,
  type PlayClock,
  positionAt,
  restartClock,
} from "../clock/play-clock.ts";
import type { ComparisonState } from "../engine/comparison.ts";

export type SheetRun =
  | { phase: "paused" }
  /** A slider is dragged; `resumes` is whether playback continues after it. */
  | { phase: "scrubbing"; resumes: boolean }
  | { phase: "playing"; clock: PlayClock };

/** What the creator sets. */
type SheetSettings = Pick<ComparisonState, "speed" | "isLooping" | "region">;

export interface SheetPlayback extends SheetSettings {
  run: SheetRun;
  /** The frame that is due, on the common timeline. */
  frame: number;
  frameCount: number;
  frameRate: number;
  droppedFrames: number;
  /** Whether anything was shown yet. */
  isReady: boolean;
  /** Whether the frame that is due has not arrived. */
  isBuffering: boolean;
  /** The frame that is shown, a new object for each; null until all takes have their picture. */
  shown: { frame: number } | null;
}

export type SheetEvent =
  /** Takes were added or removed, which changes the timeline. */
  | { type: "takes"; frameCount: number; frameRate: number }
  /** Pictures arrived. */
  | { type: "pictures" }
  /** A new paint. */
  | { type: "tick" }
  | { type: "play" }
  | { type: "pause" }
  | { type: "seek"; frame: number }
  /** Pauses and moves by a number of frames. */
  | { type: "step"; frames: number }
  | { type: "scrub"; frame: number }
  | { type: "end-scrub" }
  | { type: "settings"; change: Partial<SheetSettings> };

/** The facts that decide what an event does. */
export interface SheetContext {
  nowMs: number;
  /** Whether every take has its picture of a frame. */
  hasFrame(frame: number): boolean;
}

/** Starts without takes. It loops by default. */
export const INITIAL_SHEET: SheetPlayback = {
  run: { phase: "paused" },
  frame: 0,
  frameCount: 1,
  frameRate: 24,
  speed: 1,
  isLooping: true,
  region: null,
  droppedFrames: 0,
  isReady: false,
  isBuffering: false,
  shown: null,
};

/** Returns the sheet after an event. */
export function nextSheet(
  sheet: SheetPlayback,
  event: SheetEvent,
  context: SheetContext,
): SheetPlayback {
  switch (event.type) {
    case "takes": {
      const { frameCount, frameRate } = event;
      const frame = Math.min(sheet.frame, frameCount - 1);
      return shown(
        restarted({ ...sheet, frameCount, frameRate, frame, shown: null }, context),
        context,
      );
    }
    case "pictures":
      return shown(sheet, context);
    case "tick":
      return tick(sheet, context);
    case "play":
      return play(sheet, context);
    case "pause":
      return pause(sheet);
    case "seek":
      return seek(sheet, event.frame, context);
    case "step":
      return seek(pause(sheet), sheet.frame + event.frames, context);
    case "scrub":
      return seek({ ...sheet, run: scrubbing(sheet.run) }, event.frame, context);
    case "end-scrub":
      return endScrub(sheet, context);
    case "settings":
      return restarted({ ...sheet, ...event.change }, context);
  }
}

/** Shows the frame that is due if all takes have it, and buffers otherwise. */
function shown(sheet: SheetPlayback, { hasFrame }: SheetContext): SheetPlayback {
  const { frame } = sheet;
  if (!hasFrame(frame)) return sheet.isBuffering ? sheet : { ...sheet, isBuffering: true };
  const isSame = sheet.shown?.frame === frame;
  return {
    ...sheet,
    isReady: true,
    isBuffering: false,
    shown: isSame ? sheet.shown : { frame },
  };
}

function tick(sheet: SheetPlayback, context: SheetContext): SheetPlayback {
  const { run, frame } = sheet;
  if (run.phase !== "playing") return sheet;
  const isWaiting = !context.hasFrame(frame);
  return shown(
    isWaiting ? restarted(sheet, context) : advanced(sheet, run.clock, context),
    context,
  );
}

/** Moves on to the frame that is due now. The ones passed over are counted as dropped. */
function advanced(sheet: SheetPlayback, clock: PlayClock, { nowMs }: SheetContext): SheetPlayback {
  const frame = frameAtPosition(clock, positionAt(clock, nowMs));
  const passedOver = Math.max(0, frame - sheet.frame - 1);
  return {
    ...sheet,
    frame,
    droppedFrames: sheet.droppedFrames + passedOver,
    run: hasEnded(clock, nowMs)
      ? { phase: "paused" }
      : { phase: "playing", clock: restartClock(clock, nowMs) },
  };
}

function play(sheet: SheetPlayback, context: SheetContext): SheetPlayback {
  if (sheet.run.phase === "playing" || !sheet.isReady) return sheet;
  const { start, end } = spanOf(sheet);
  const isOutside = sheet.frame < start || sheet.frame >= end - 1;
  return shown(playingFrom({ ...sheet, frame: isOutside ? start : sheet.frame }, context), context);
}

/** A pause while a slider is dragged does not keep playback from resuming afterwards. */
function pause(sheet: SheetPlayback): SheetPlayback {
  return sheet.run.phase === "playing" ? { ...sheet, run: { phase: "paused" } } : sheet;
}

function seek(sheet: SheetPlayback, frame: number, context: SheetContext): SheetPlayback {
  const there = clamp(frame, 0, sheet.frameCount - 1);
  return shown(restarted({ ...sheet, frame: there }, context), context);
}

function scrubbing(run: SheetRun): SheetRun {
  const resumes = run.phase === "playing" || (run.phase === "scrubbing" && run.resumes);
  return { phase: "scrubbing", resumes };
}

function endScrub(sheet: SheetPlayback, context: SheetContext): SheetPlayback {
  const { run } = sheet;
  if (run.phase !== "scrubbing") return sheet;
  const paused: SheetPlayback = { ...sheet, run: { phase: "paused" } };
  return run.resumes ? play(paused, context) : paused;
}

/** Restarts the clock at the current frame, if it runs. */
function restarted(sheet: SheetPlayback, context: SheetContext): SheetPlayback {
  return sheet.run.phase === "playing" ? playingFrom(sheet, context) : sheet;
}

function playingFrom(sheet: SheetPlayback, { nowMs }: SheetContext): SheetPlayback {
  const clock = { position: sheet.frame, atMs: nowMs, ...clockSettingsOf(sheet) };
  return { ...sheet, run: { phase: "playing", clock } };
}
