/**
 * Plays the sounds of both sides at the same time; two gains select the audible one. Every start and stop is a ramp,
 * too short to notice and long enough not to click.
 */
import { mapSides, type PerSide, SIDES } from "../sides.ts";
import type { AudibleSide } from "./audible-side.ts";
import {
  lapTimes,
  remainderAt,
  type SoundPlan,
  type SoundRange,
  soundRangeOf,
} from "./sound-laps.ts";
import { createSoundMixer, RAMP_S, ramp, type SoundMixer } from "./sound-mixer.ts";

/** Fade at the boundary between two laps. */
const EDGE_S = 0.005;

export interface SoundGraph extends Pick<SoundMixer, "setAudible" | "setVolume" | "readLevels"> {
  /** Plays both sides from a position, replacing the previous run. */
  begin(plan: Omit<SoundPlan, "delayFrames">, delayFrames: PerSide<number>): void;
  /** Schedules everything audible up to a time of the audio clock. */
  prepareUntil(time: number): void;
  end(): void;
}

/** One run of sound. It is heard through volumes of its own, so that it can be faded out while the next one begins. */
interface Session {
  plans: PerSide<SoundPlan>;
  volumes: PerSide<GainNode>;
  sources: Set<AudioBufferSourceNode>;
  nextLap: number;
}

/** Builds the audio nodes; null means a side without sound. */
export function createSoundGraph(
  context: BaseAudioContext,
  sounds: PerSide<AudioBuffer | null>,
  audible: AudibleSide,
): SoundGraph {
  const { inputs, ...mixer } = createSoundMixer(context, sounds, audible);
  let session: Session | null = null;

  /**
   * Schedules both sides of a lap. If the page was blocked, this runs late and skips the part that should already have
   * played.
   */
  function playLap({ plans, volumes, sources, nextLap }: Session) {
    for (const side of SIDES) {
      const buffer = sounds[side];
      const range = buffer && soundRangeOf(plans[side], nextLap, buffer.duration);
      const rest = range && remainderAt(range, context.currentTime);
      if (!rest) continue;
      const source = new AudioBufferSourceNode(context, {
        buffer,
        playbackRate: plans[side].speed,
      });
      sources.add(source);
      playRange(source, rest, volumes[side]);
      source.addEventListener("ended", () => sources.delete(source));
    }
  }

  function end() {
    if (!session) return;
    const { volumes, sources } = session;
    session = null;
    for (const side of SIDES) ramp(volumes[side], 0, context.currentTime);
    for (const source of sources) source.stop(context.currentTime + RAMP_S);
  }

  return {
    begin(plan, delayFrames) {
      end();
      const volumes = mapSides(inputs, (input) => {
        const volume = new GainNode(context);
        volume.connect(input);
        return volume;
      });
      const plans = mapSides(delayFrames, (frames) => ({ ...plan, delayFrames: frames }));
      session = { plans, volumes, sources: new Set(), nextLap: 0 };
    },
    prepareUntil(time) {
      const current = session;
      if (!current) return;
      while (lapTimes(current.plans.left, current.nextLap).at < time) {
        playLap(current);
        current.nextLap += 1;
        if (!current.plans.left.isLooping) break;
      }
    },
    end,
    ...mixer,
  };
}

/** Plays a part of a sound, faded in and out at its edges. */
function playRange(source: AudioBufferSourceNode, range: SoundRange, volume: GainNode) {
  const { at, until, from, length } = range;
  const edge = Math.min(EDGE_S, (until - at) / 2);
  const edges = new GainNode(source.context, { gain: 0 });
  edges.gain
    .setValueAtTime(0, at)
    .linearRampToValueAtTime(1, at + edge)
    .setValueAtTime(1, until - edge)
    .linearRampToValueAtTime(0, until);
  source.connect(edges).connect(volume);
  source.start(at, from, length);
  source.addEventListener("ended", () => edges.disconnect());
}
