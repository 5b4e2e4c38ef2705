/**
 * Mixes the sounds of both sides: their levels are measured, two gains select the audible one, and a third is the
 * volume.
 */
import { mapSides, type PerSide, SIDES } from "../sides.ts";
import type { AudibleSide, Levels } from "./audible-side.ts";

/** Long enough not to click, and too short to notice. */
export const RAMP_S = 0.015;
/** Window of a level meter: longer than the time between two readings. */
const METER_SAMPLES = 4096;

export interface SoundMixer {
  /** Where the sound of each side goes. */
  readonly inputs: PerSide<AudioNode>;
  setAudible(audible: AudibleSide): void;
  /** From 0 to 1, for the audible side. */
  setVolume(volume: number): void;
  readLevels(): PerSide<Levels | null>;
}

/** Builds the nodes from both inputs to the speaker; null means a side without sound. */
export function createSoundMixer(
  context: BaseAudioContext,
  sounds: PerSide<AudioBuffer | null>,
  audible: AudibleSide,
): SoundMixer {
  const volume = new GainNode(context);
  const inputs = { left: new GainNode(context), right: new GainNode(context) };
  const switches = mapSides(
    inputs,
    (_, side) => new GainNode(context, { gain: audible === side ? 1 : 0 }),
  );
  const meters = mapSides(inputs, (input, side) => meterOf(context, input, sounds[side]));
  for (const side of SIDES) inputs[side].connect(switches[side]).connect(volume);
  volume.connect(context.destination);

  return {
    inputs,
    setAudible(next) {
      for (const side of SIDES) ramp(switches[side], next === side ? 1 : 0, context.currentTime);
    },
    setVolume: (next) => ramp(volume, next, context.currentTime),
    readLevels: () => mapSides(meters, (readPeaks) => readPeaks()),
  };
}

/** Changes a gain from a time on, without a click. */
export function ramp({ gain }: GainNode, to: number, now: number) {
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
      return samples.reduce((max, sample) => Math.max(max, Math.abs(sample)), 0);
    });
}
