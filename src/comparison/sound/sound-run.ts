/** The pure state machine of a run of sound: when it starts on the audio clock, and which position is audible. */
import { type PlayClock, positionAt, wrapPosition } from "../clock/play-clock.ts";
import type { PerSide } from "../sides.ts";
import type { SoundPlan } from "./sound-laps.ts";

/** What to play, and the offset of the right side. */
export interface SoundRun {
  clock: PlayClock;
  frameRate: number;
  offsetFrames: number;
}

export type SoundState =
  | { phase: "stopped" }
  /** Starts as soon as the sound is decoded and the audio clock runs. */
  | { phase: "waiting"; run: SoundRun }
  /** `position` is where the sound is at the time `atS` of the audio clock. */
  | { phase: "playing"; run: SoundRun; atS: number; position: number };

export type SoundEvent =
  | { type: "begin"; run: SoundRun }
  | { type: "end" }
  /** The audio clock stopped. */
  | { type: "interrupt" }
  /** The sound is decoded and the audio clock runs. */
  | { type: "start"; reading: ClockReading };

/** One reading on both clocks. */
export interface ClockReading {
  nowMs: number;
  /** The time of the audio clock. */
  audioS: number;
  /** Delay between the audio clock and the speaker. */
  latencyS: number;
}

/** Delay before the sound starts, so that its beginning is not cut off. */
const LEAD_S = 0.03;

/** Returns the state after an event. Returns the same object if nothing changes. */
export function nextSound(state: SoundState, event: SoundEvent): SoundState {
  switch (event.type) {
    case "begin":
      return { phase: "waiting", run: event.run };
    case "end":
      return { phase: "stopped" };
    case "interrupt":
      return state.phase === "playing" ? { phase: "waiting", run: state.run } : state;
    case "start":
      return state.phase === "waiting" ? start(state.run, event.reading) : state;
  }
}

function start(run: SoundRun, { nowMs, audioS, latencyS }: ClockReading): SoundState {
  return {
    phase: "playing",
    run,
    atS: audioS + LEAD_S,
    position: positionAt(run.clock, nowMs + (LEAD_S + latencyS) * 1000),
  };
}

type Playing = Extract<SoundState, { phase: "playing" }>;

/** The position that leaves the speaker at a time. */
export function audiblePositionAt({ run, atS, position }: Playing, reading: ClockReading): number {
  const seconds = reading.audioS - reading.latencyS - atS;
  return position + seconds * run.clock.framesPerMs * 1000;
}

/** What the audio graph has to play, and the delay of each side. */
export function planOf({ run, atS, position }: Playing): {
  plan: Omit<SoundPlan, "delayFrames">;
  delayFrames: PerSide<number>;
} {
  const { clock, frameRate, offsetFrames } = run;
  return {
    plan: {
      at: atS,
      // The start may be several laps later, because a context takes time to start.
      position: wrapPosition(clock, position),
      speed: (clock.framesPerMs * 1000) / frameRate,
      frameRate,
      span: clock.span,
      isLooping: clock.isLooping,
    },
    delayFrames: { left: 0, right: offsetFrames },
  };
}
