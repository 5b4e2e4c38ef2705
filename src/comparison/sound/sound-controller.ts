/** Controls the sound of a comparison: when it may play, which side is audible, and the actual audio position. */
import { type ClipMedia, canBeHeard } from "#comparison/media/clip-media.ts";
import type { PerSide } from "#comparison/sides.ts";
import { type AudioOutput, createAudioOutput, type VolumeSettings } from "./audio-output.ts";
import {
  audiblePositionAt,
  type ClockReading,
  nextSound,
  planOf,
  type SoundEvent,
  type SoundRun,
  type SoundState,
} from "./sound-run.ts";

export interface SoundController
  extends Pick<AudioOutput, "prepare" | "unlock" | "setAudible" | "readLevels" | "close"> {
  /** Starts playing at the clock's position as soon as possible. */
  begin(run: SoundRun): void;
  /** Call often during playback. Returns the position currently audible on the run's clock; null if nothing is. */
  follow(): number | null;
  end(): void;
}

const FULL_VOLUME: VolumeSettings = {
  getState: () => ({ volume: 1 }),
  subscribe: () => () => undefined,
};

/** How far ahead upcoming laps are scheduled. */
const AHEAD_S = 1;

/** Starts silent. `now` is the picture's clock in milliseconds. */
export function createSoundController(
  media: PerSide<ClipMedia>,
  now: () => number,
  volume: VolumeSettings = FULL_VOLUME,
): SoundController {
  let state: SoundState = { phase: "stopped" };
  const output = createAudioOutput(media, volume, () => {
    if (output.running() === null) handle({ type: "interrupt" });
    startWhenRunning();
  });

  function handle(event: SoundEvent) {
    state = nextSound(state, event);
  }

  function startWhenRunning() {
    const running = output.running();
    if (state.phase !== "waiting" || !running) return;
    const reading = clockReading(running.context, now());
    const started = nextSound(state, { type: "start", reading });
    state = started;
    if (started.phase !== "playing") return;
    const { plan, delayFrames } = planOf(started);
    running.graph.begin(plan, delayFrames);
    running.graph.prepareUntil(plan.at + AHEAD_S);
  }

  return {
    prepare: output.prepare,
    unlock: output.unlock,
    begin(run) {
      output.silence();
      handle({ type: "begin", run });
      startWhenRunning();
    },
    follow() {
      const running = output.running();
      if (state.phase !== "playing" || !running) return null;
      const { graph, context } = running;
      graph.prepareUntil(context.currentTime + AHEAD_S);
      const { audible } = output;
      if (audible === "none" || !canBeHeard(media[audible])) return null;
      return audiblePositionAt(state, clockReading(context, now()));
    },
    end() {
      output.silence();
      handle({ type: "end" });
    },
    setAudible: output.setAudible,
    readLevels: output.readLevels,
    close() {
      handle({ type: "end" });
      output.close();
    },
  };
}

function clockReading(context: AudioContext, nowMs: number): ClockReading {
  const latencyS = context.outputLatency || context.baseLatency || 0;
  return { nowMs, audioS: context.currentTime, latencyS };
}
