/**
 * Plays the sounds of both sides at the same time; two gains select the audible one. Every start and stop is a ramp,
 * too short to notice and long enough not to click.
 */
import { type PerSide, SIDES } from "../sides.ts";
import type { Heard, Levels } from "./comparison.ts";
import { lapTimes, remainderAt, type SoundPlan, type Stretch, stretchOf } from "./sound-laps.ts";

const RAMP_S = 0.015;
/** Fade at the boundary between two laps. */
const EDGE_S = 0.005;
/** Window of a level meter: longer than the time between two readings. */
const METER_SAMPLES = 4096;

export interface SoundGraph {
  /** Plays both sides from a place, replacing the previous run. */
  begin(plan: Omit<SoundPlan, "delayFrames">, delayFrames: PerSide<number>): void;
  /** Schedules everything audible up to a time of the audio clock. */
  prepareUntil(time: number): void;
  end(): void;
  setHeard(heard: Heard): void;
  /** From 0 to 1, for the audible side. */
  setVolume(volume: number): void;
  readLevels(): PerSide<Levels | null>;
}

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
  heard: Heard,
): SoundGraph {
  const gain = (value: number) => new GainNode(context, { gain: value });
  const master = gain(1);
  master.connect(context.destination);
  const heardVolumes = { left: gain(0), right: gain(0) };
  const inputs = { left: gain(1), right: gain(1) };
  const meters = {
    left: meterOf(context, inputs.left, sounds.left),
    right: meterOf(context, inputs.right, sounds.right),
  };
  let session: Session | null = null;
  for (const side of SIDES) {
    heardVolumes[side].gain.value = heard === side ? 1 : 0;
    inputs[side].connect(heardVolumes[side]).connect(master);
  }

  function playStretch(into: Session, side: (typeof SIDES)[number], stretch: Stretch) {
    const source = new AudioBufferSourceNode(context, {
      buffer: sounds[side],
      playbackRate: into.plans[side].speed,
    });
    const edges = gain(0);
    const edge = Math.min(EDGE_S, (stretch.until - stretch.at) / 2);
    edges.gain
      .setValueAtTime(0, stretch.at)
      .linearRampToValueAtTime(1, stretch.at + edge)
      .setValueAtTime(1, stretch.until - edge)
      .linearRampToValueAtTime(0, stretch.until);
    source.connect(edges).connect(into.volumes[side]);
    source.start(stretch.at, stretch.from, stretch.length);
    into.sources.add(source);
    source.onended = () => {
      into.sources.delete(source);
      edges.disconnect();
    };
  }

  function end() {
    if (!session) return;
    const { volumes, sources } = session;
    session = null;
    const over = context.currentTime + RAMP_S;
    for (const side of SIDES) ramp(volumes[side], 0, context.currentTime);
    for (const source of sources) source.stop(over);
  }

  return {
    begin(plan, delayFrames) {
      end();
      const planOf = (side: (typeof SIDES)[number]) => ({
        ...plan,
        delayFrames: delayFrames[side],
      });
      const volumes = { left: gain(1), right: gain(1) };
      for (const side of SIDES) volumes[side].connect(inputs[side]);
      const plans = { left: planOf("left"), right: planOf("right") };
      session = { plans, volumes, sources: new Set(), nextLap: 0 };
    },
    prepareUntil(time) {
      const current = session;
      if (!current) return;
      while (lapTimes(current.plans.left, current.nextLap).at < time) {
        for (const side of SIDES) {
          const length = sounds[side]?.duration ?? 0;
          const stretch = stretchOf(current.plans[side], current.nextLap, length);
          // When the page was blocked, scheduling is late: skip the part whose time has passed.
          const rest = stretch && remainderAt(stretch, context.currentTime);
          if (rest) playStretch(current, side, rest);
        }
        current.nextLap += 1;
        if (!current.plans.left.isLooping) break;
      }
    },
    end,
    setHeard(next) {
      for (const side of SIDES)
        ramp(heardVolumes[side], next === side ? 1 : 0, context.currentTime);
    },
    setVolume: (volume) => ramp(master, volume, context.currentTime),
    readLevels: () => ({ left: meters.left(), right: meters.right() }),
  };
}

function ramp({ gain }: GainNode, to: number, now: number) {
  const from = gain.value;
  gain.cancelScheduledValues(now);
  gain.setValueAtTime(from, now).linearRampToValueAtTime(to, now + RAMP_S);
}

/** Returns a function that reads the peak of each channel. */
function meterOf(
  context: BaseAudioContext,
  input: AudioNode,
  sound: AudioBuffer | null,
): () => Levels | null {
  if (!sound) return () => null;
  const splitter = new ChannelSplitterNode(context, { numberOfOutputs: sound.numberOfChannels });
  input.connect(splitter);
  const samples = new Float32Array(METER_SAMPLES);
  const analysers = Array.from({ length: sound.numberOfChannels }, (_, channel) => {
    const analyser = new AnalyserNode(context, { fftSize: METER_SAMPLES });
    splitter.connect(analyser, channel);
    return analyser;
  });
  return () =>
    analysers.map((analyser) => {
      analyser.getFloatTimeDomainData(samples);
      return samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
    });
}
