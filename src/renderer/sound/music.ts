/** Quiet background music: slow chords with a few plucked notes. */
import { pick, randomFor } from "../plan/prng.ts";
import { lowPass, sine } from "./dsp.ts";
import { fillChannel, SAMPLE_RATE, type StereoSound, stereo } from "./stereo-sound.ts";

/** The mood of the music. */
export type Mood = "bright" | "warm" | "dark";

/** Four chords per mood, in semitones above the root. */
const CHORDS: Readonly<Record<Mood, readonly (readonly [number, number, number])[]>> = {
  bright: [
    [0, 7, 16],
    [-5, 7, 14],
    [-3, 4, 12],
    [-7, 5, 9],
  ],
  warm: [
    [-7, 5, 12],
    [0, 7, 16],
    [-3, 7, 12],
    [-5, 2, 14],
  ],
  dark: [
    [0, 7, 15],
    [-4, 8, 12],
    [-9, 3, 10],
    [-2, 5, 14],
  ],
};

const CHORD_SECONDS = 2.5;
const PLUCKS_PER_CHORD = 4;
const SWELL_SECONDS = 0.7;
/** G2 to C3, low enough to stay below voices. */
const ROOTS_HERTZ = [98, 103.83, 110, 116.54, 123.47, 130.81] as const;

/** Synthesises the music. The seed decides its key, the mood its chords. */
export function music(seed: number, length: number, mood: Mood): StereoSound {
  const root = pick(randomFor(seed, "key"), ROOTS_HERTZ);
  const sound = stereo(() => new Float32Array(length));
  const chordSamples = CHORD_SECONDS * SAMPLE_RATE;
  for (let start = 0, number = 0; start < length; start += chordSamples, number += 1) {
    const chord = CHORDS[mood][number % CHORDS[mood].length] ?? [0, 7, 12];
    const end = Math.min(length, start + chordSamples + SWELL_SECONDS * SAMPLE_RATE);
    for (const [index, semitones] of chord.entries()) {
      const hertz = root * 2 ** (semitones / 12);
      // Slightly detuned between the channels, so that the chord sounds wide.
      const pad = { start, end, gain: 0.5 / (1 + index) };
      addPad(sound.left, { ...pad, hertz: hertz * 0.9985 });
      addPad(sound.right, { ...pad, hertz: hertz * 1.0015 });
    }
    addPlucks(sound, start, { chord, root, random: randomFor(seed, `plucks ${number}`) });
  }
  // A gentle low-pass per channel.
  return stereo((side) => {
    const round = lowPass(1800);
    const channel = sound[side];
    return fillChannel(length, (index) => round(channel[index] ?? 0));
  });
}

/** A note: its start in samples, frequency and level. */
interface Note {
  start: number;
  hertz: number;
  gain: number;
}

function addPad(channel: Float32Array, { start, end, hertz, gain }: Note & { end: number }): void {
  const tone = sine(hertz);
  const octave = sine(hertz * 2);
  const swell = SWELL_SECONDS * SAMPLE_RATE;
  for (let index = start; index < end; index += 1) {
    const envelope = Math.min(1, (index - start) / swell, (end - index) / swell);
    channel[index] = (channel[index] ?? 0) + gain * envelope * (tone() + 0.25 * octave());
  }
}

interface Plucks {
  chord: readonly number[];
  root: number;
  random: () => number;
}

function addPlucks(sound: StereoSound, start: number, { chord, root, random }: Plucks): void {
  for (let beat = 0; beat < PLUCKS_PER_CHORD; beat += 1) {
    // Occasional rests.
    if (random() < 0.3) continue;
    const semitones = (chord[Math.floor(random() * chord.length)] ?? 0) + 24;
    const at = Math.round(start + (beat * CHORD_SECONDS * SAMPLE_RATE) / PLUCKS_PER_CHORD);
    const pan = 0.3 + 0.4 * random();
    const hertz = root * 2 ** (semitones / 12);
    addPluck(sound.left, { start: at, hertz, gain: 0.3 * (1 - pan) });
    addPluck(sound.right, { start: at, hertz, gain: 0.3 * pan });
  }
}

function addPluck(channel: Float32Array, { start, hertz, gain }: Note): void {
  const tone = sine(hertz);
  const overtone = sine(hertz * 3);
  const end = Math.min(channel.length, start + 1.6 * SAMPLE_RATE);
  for (let index = start; index < end; index += 1) {
    const seconds = (index - start) / SAMPLE_RATE;
    const attack = Math.min(1, seconds / 0.004);
    const body = tone() * Math.exp(-seconds / 0.42) + 0.2 * overtone() * Math.exp(-seconds / 0.1);
    channel[index] = (channel[index] ?? 0) + gain * attack * body;
  }
}
