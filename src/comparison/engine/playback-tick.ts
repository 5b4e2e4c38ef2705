/** What the next paint shows, for each state of playback. */
import { frameAtPosition, hasEnded, positionAt, syncClock } from "../clock/play-clock.ts";
import {
  type Playback,
  type PlaybackContext,
  type PlaybackStep,
  pausedOn,
  within,
} from "./playback-state.ts";

type PlaybackIn<Phase extends Playback["phase"]> = Extract<Playback, { phase: Phase }>;

/** When the picture lags by more than this, the clock stops until there are frames to play. */
const LATE_MS = 400;
/** The number of frames that must be decoded before playback resumes after buffering. */
const REFILL = 6;
/** A pointer that has not moved for this long is treated as settled, and the exact frame is decoded. */
const SETTLED_MS = 80;

/** Returns the playback at a paint. `audioPosition` is what is audible now; null if nothing is. */
export function tick(
  playback: Playback,
  audioPosition: number | null,
  context: PlaybackContext,
): PlaybackStep {
  switch (playback.phase) {
    case "paused":
      return { playback, ...exactPair(playback.frame, context) };
    case "scrubbing":
      return followPointer(playback, context);
    case "starting":
    case "buffering":
      return beginWhenDecoded(playback, context);
    case "playing":
      return playOn(playback, audioPosition, context);
  }
}

function exactPair(frame: number, { has }: PlaybackContext): Pick<PlaybackStep, "show"> {
  return has(frame, "full") ? { show: { frame, detail: "full" } } : {};
}

/** Shows the nearest available frame while the pointer moves, and the exact one once it settles. */
function followPointer(
  moving: PlaybackIn<"scrubbing">,
  { nowMs, has, nearest, shownFrame, frameCount }: PlaybackContext,
): PlaybackStep {
  const { frame } = moving;
  const settlesNow = !moving.isSettled && nowMs - moving.movedAtMs >= SETTLED_MS;
  const playback = settlesNow ? { ...moving, isSettled: true } : moving;
  const reach = shownFrame === null ? frameCount : Math.abs(shownFrame - frame);
  const pair = has(frame, "full") ? { frame, detail: "full" as const } : nearest(frame, reach);
  return {
    playback,
    ticks: !playback.isSettled,
    ...(settlesNow && { focus: frame }),
    ...(pair && { show: pair }),
  };
}

function beginWhenDecoded(
  waiting: PlaybackIn<"starting" | "buffering">,
  { nowMs, clockSettings, has }: PlaybackContext,
): PlaybackStep {
  const { frame, phase } = waiting;
  const end = Math.min(frame + (phase === "buffering" ? REFILL : 1), clockSettings.span.end);
  for (let needed = frame; needed < end; needed += 1) {
    if (!has(needed, "full")) return { playback: waiting, ticks: true };
  }
  const clock = { position: frame, atMs: nowMs, ...clockSettings };
  return {
    playback: { phase: "playing", clock, lastPosition: frame },
    show: { frame, detail: "full" },
    focus: frameAtPosition(clock, frame),
    sound: "begin",
    ticks: true,
  };
}

/** Shows the latest decoded pair that is due. The ones before it are skipped. */
function playOn(
  { clock: before, lastPosition }: PlaybackIn<"playing">,
  audioPosition: number | null,
  context: PlaybackContext,
): PlaybackStep {
  const { nowMs, has } = context;
  // Follows the audio clock, because stretching or skipping sound would be audible.
  const clock = audioPosition === null ? before : syncClock(before, nowMs, audioPosition);
  const isOver = hasEnded(clock, nowMs);
  const due = isOver ? clock.span.end - 1 : Math.floor(positionAt(clock, nowMs));
  let position = due;
  while (position > lastPosition && !has(frameAtPosition(clock, position), "full")) position -= 1;
  const isNew = position > lastPosition;
  const lastShown = isNew ? position : lastPosition;
  const shown: Pick<PlaybackStep, "show" | "dropped"> = isNew
    ? {
        show: { frame: frameAtPosition(clock, position), detail: "full" },
        dropped: position - lastPosition - 1,
      }
    : {};
  if (isOver && position >= due) return { ...shown, ...pausedOn(due, context) };
  if (due - lastShown > LATE_MS * clock.framesPerMs) {
    const frame = within(frameAtPosition(clock, due), context);
    return {
      ...shown,
      playback: { phase: "buffering", frame },
      dropped: (shown.dropped ?? 0) + due - lastShown - 1,
      focus: frame,
      sound: "end",
      ticks: true,
    };
  }
  return {
    ...shown,
    playback: { phase: "playing", clock, lastPosition: lastShown },
    focus: frameAtPosition(clock, positionAt(clock, nowMs)),
    ticks: true,
  };
}
