/** Synthesises a voice-like line from syllables, with a glottal source and a moving vocal tract. */
import { randomFor } from "../../plan/prng.ts";
import { bandPass, highPass, randomWalk, whiteNoise } from "../dsp.ts";
import { SAMPLE_RATE } from "../stereo-sound.ts";
import { createMouth, formantsBetween } from "./formants.ts";
import { melodyAt } from "./melody.ts";
import type { Onset, Syllable } from "./syllables.ts";
import type { Voice } from "./voice.ts";

/** Interval for retuning the vocal tract: 2.5 ms. */
const CONTROL_SAMPLES = 120;

/** Sound of a syllable's onset: until `until` (0 to 1) the voice has `voiced` of its level. */
const ONSETS: Readonly<Record<Onset, { until: number; voiced: number; hiss: number }>> = {
  hiss: { until: 0.34, voiced: 0, hiss: 0.5 },
  breath: { until: 0.26, voiced: 0.1, hiss: 0.16 },
  stop: { until: 0.16, voiced: 0, hiss: 0 },
  nasal: { until: 0.28, voiced: 0.4, hiss: 0 },
  glide: { until: 0.3, voiced: 0.6, hiss: 0 },
  open: { until: 0.06, voiced: 0.3, hiss: 0 },
};

/** A line to synthesise. */
export interface Utterance {
  readonly syllables: readonly Syllable[];
  readonly voice: Voice;
  /** Whether the pitch rises at the end. */
  readonly isQuestion: boolean;
  readonly seed: number;
}

/** Duration of a line in seconds. */
export function secondsToSay({ syllables, voice }: Utterance): number {
  const pauses = syllables.slice(0, -1).reduce((sum, { pauseSeconds }) => sum + pauseSeconds, 0);
  return syllables.length / voice.syllablesPerSecond + pauses;
}

/** Synthesises a line, in mono. */
export function speak(utterance: Utterance): Float32Array {
  const { syllables, voice, seed } = utterance;
  const channel = new Float32Array(Math.ceil(secondsToSay(utterance) * SAMPLE_RATE));
  const throat = createThroat(voice, seed);
  let start = 0;
  for (const [index, syllable] of syllables.entries()) {
    const isBeforePause = syllable.pauseSeconds > 0 || index === syllables.length - 1;
    // Syllables before a pause are longer, those within a word shorter.
    const length = SAMPLE_RATE / voice.syllablesPerSecond;
    const from = syllables[index - 1]?.vowel ?? syllable.vowel;
    const end = Math.min(channel.length, start + length);
    for (let at = Math.round(start); at < end; at += 1) {
      const fraction = (at - start) / length;
      if ((at - Math.round(start)) % CONTROL_SAMPLES === 0) {
        const glide = Math.min(1, fraction / 0.4);
        throat.shape(
          formantsBetween({
            from,
            to: syllable.vowel,
            fraction: glide * glide * (3 - 2 * glide),
            scale: voice.formantScale,
          }),
          voice.pitchHertz * melodyAt(utterance, index, fraction),
        );
      }
      channel[at] = throat.next(levelsAt(syllable, fraction, isBeforePause));
    }
    start += length + syllable.pauseSeconds * SAMPLE_RATE;
  }
  return channel;
}

interface Levels {
  voiced: number;
  hiss: number;
}

function levelsAt(
  { onset, isStressed }: Syllable,
  fraction: number,
  isBeforePause: boolean,
): Levels {
  const { until, voiced, hiss } = ONSETS[onset];
  const stress = isStressed ? 1.15 : 0.95;
  const fall = isBeforePause
    ? Math.min(1, (1 - fraction) / 0.35)
    : Math.min(1, 0.55 + (1 - fraction) / 0.4);
  if (fraction < until) {
    const bump = Math.sin((Math.PI * fraction) / until);
    return { voiced: voiced * stress, hiss: hiss * bump };
  }
  const rise = Math.min(1, (fraction - until) / 0.1);
  // A stop starts with a short burst of air.
  const burst = onset === "stop" && fraction - until < 0.05 ? 0.35 : 0;
  return { voiced: stress * fall * (voiced + (1 - voiced) * rise), hiss: burst };
}

function createThroat(voice: Voice, seed: number) {
  const random = randomFor(seed, "throat");
  const noise = whiteNoise(random);
  const sharp = bandPass(5200, 1.2);
  const dull = bandPass(2600, 0.9);
  const tremor = randomWalk(random, 11);
  const clear = highPass(90);
  const presence = highPass(1500);
  const mouth = createMouth();
  let hertz = voice.pitchHertz;
  let phase = 0;
  let lastFlow = 0;
  let loud = 0;
  let airy = 0;
  return {
    shape(resonances: Parameters<typeof mouth.tune>[0], pitchHertz: number) {
      mouth.tune(resonances);
      hertz = pitchHertz;
    },
    next({ voiced, hiss }: Levels): number {
      // Smooth level changes to avoid clicks.
      loud += (voiced - loud) * 0.004;
      airy += (hiss - airy) * 0.004;
      const unsteady = 1 + 0.02 * (tremor() - 0.5) + 0.09 * voice.roughness * (random() - 0.5);
      phase = (phase + (hertz * unsteady) / SAMPLE_RATE) % 1;
      const flow = glottalFlow(phase);
      const buzz = (flow - lastFlow) * (SAMPLE_RATE / hertz) * 0.12;
      lastFlow = flow;
      const air = noise();
      const source =
        buzz * (1 - 0.9 * voice.breath) + air * (0.04 + 0.35 * voice.breath) * (0.3 + flow);
      const spoken = mouth.next(source * loud);
      // Lips radiate high frequencies best; without this the voice sounds muffled.
      return clear(spoken) + 2 * presence(spoken) + airy * (0.7 * sharp(air) + 0.5 * dull(air));
    },
  };
}

/** Glottal flow over one period: opens softly, closes fast, stays closed (A. Rosenberg, 1971). */
function glottalFlow(phase: number): number {
  if (phase < 0.42) return 0.5 * (1 - Math.cos((Math.PI * phase) / 0.42));
  return phase < 0.58 ? Math.cos(((Math.PI / 2) * (phase - 0.42)) / 0.16) : 0;
}
