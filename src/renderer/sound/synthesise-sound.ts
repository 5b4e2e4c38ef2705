/** Synthesises the sound of a clip. */
import type { ResolvedRequest } from "#kirin/request.ts";
import type { PlannedRequest } from "../plan/plan.ts";
import { fromDecibels, lowPass } from "./dsp.ts";
import { LAYERS } from "./layers/layers.ts";
import { master } from "./loudness.ts";
import { music } from "./music.ts";
import { planSound, type SoundPlan } from "./sound-plan.ts";
import { type PlacedLine, placeLines } from "./speech/place-lines.ts";
import { speak } from "./speech/speak.ts";
import { mixInto, SAMPLE_RATE, type StereoSound, stereo } from "./stereo-sound.ts";

const TARGET_LUFS = -18;
/** Target loudness of a clip that only has quiet air. */
const QUIET_LUFS = -30;
const LAYER_RMS = 0.1;
const MUSIC_DECIBELS = -6;
const SPEECH_RMS = 0.22;
/** Gain of everything else during speech. */
const DUCKED_GAIN = 0.4;

/** The part of a request that the sound depends on. */
export type SoundRequest = PlannedRequest & Pick<ResolvedRequest, "durationSeconds">;

/** Synthesises the whole sound of a clip. The same request gives the same samples. */
export function synthesiseSound(request: SoundRequest): StereoSound {
  const plan = planSound(request);
  const length = request.durationSeconds * SAMPLE_RATE;
  const mix = makeBed(plan, length);
  const lines = placeLines(plan.lines, plan.seed, request.durationSeconds);
  if (lines.length > 0) addSpeech(mix, lines);
  const isHushed = !plan.music && lines.length === 0 && [...plan.layers.keys()].every(isQuiet);
  master(mix, isHushed ? QUIET_LUFS : TARGET_LUFS);
  return mix;
}

function isQuiet(name: string): boolean {
  return name === "hush";
}

function makeBed(plan: SoundPlan, length: number): StereoSound {
  const bed = stereo(() => new Float32Array(length));
  for (const [name, decibels] of plan.layers) {
    const layer = LAYERS[name](plan.seed, length);
    mixInto(bed, layer, levelGain(layer) * fromDecibels(decibels));
  }
  if (plan.music) {
    const tune = music(plan.seed, length, plan.music);
    mixInto(bed, tune, levelGain(tune) * fromDecibels(MUSIC_DECIBELS));
  }
  return bed;
}

/** The gain that brings a layer to the common level. */
function levelGain({ left, right }: StereoSound): number {
  const level = Math.sqrt((meanSquare(left) + meanSquare(right)) / 2);
  return level > 0 ? LAYER_RMS / level : 0;
}

function addSpeech(mix: StereoSound, lines: readonly PlacedLine[]): void {
  const { length } = mix.left;
  const isSpeaking = new Uint8Array(length);
  const speech = stereo(() => new Float32Array(length));
  for (const { utterance, startSample } of lines) {
    const voice = speak(utterance).subarray(0, Math.max(0, length - startSample));
    const level = Math.sqrt(meanSquare(voice));
    const gain = level > 0 ? SPEECH_RMS / level : 0;
    const { pan } = utterance.voice;
    for (let index = 0; index < voice.length; index += 1) {
      const sample = (voice[index] ?? 0) * gain;
      speech.left[startSample + index] = sample * Math.sqrt(1 - pan);
      speech.right[startSample + index] = sample * Math.sqrt(1 + pan);
    }
    isSpeaking.fill(1, startSample, startSample + voice.length);
  }
  duck(mix, isSpeaking);
  mixInto(mix, speech, 1);
}

/** Lowers the background during speech, slowly enough not to be noticed. */
function duck(mix: StereoSound, isSpeaking: Uint8Array): void {
  for (const channel of [mix.left, mix.right]) {
    const slow = lowPass(1.2);
    for (let index = 0; index < channel.length; index += 1) {
      const depth = slow(isSpeaking[index] ?? 0) * (1 - DUCKED_GAIN);
      channel[index] = (channel[index] ?? 0) * (1 - depth);
    }
  }
}

function meanSquare(samples: Float32Array): number {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  return samples.length === 0 ? 0 : sum / samples.length;
}
