/** Animals and fire: birds by day, crickets by night, crackling wood. */
import { between, type Random, randomFor } from "../../plan/prng.ts";
import { bandPass, lowPass, randomWalk, whiteNoise } from "../dsp.ts";
import { fillChannel, SAMPLE_RATE, type StereoSound, stereo } from "../stereo-sound.ts";

interface Chirp {
  start: number;
  end: number;
  from: number;
  to: number;
  loudness: number;
  /** −1 (left) to 1 (right). */
  pan: number;
}

/** Birds in different places, each with its own short phrase of sliding whistles. */
export function birds(seed: number, length: number): StereoSound {
  const chirps = songsOf(randomFor(seed, "birds"), length);
  return stereo((side) => {
    const channel = new Float32Array(length);
    for (const chirp of chirps) addChirp(channel, chirp, side === "left" ? -1 : 1);
    return channel;
  });
}

function songsOf(random: Random, length: number): Chirp[] {
  const chirps: Chirp[] = [];
  const songs = Math.max(2, Math.round(length / SAMPLE_RATE / 0.9));
  for (let song = 0; song < songs; song += 1) {
    const pan = between(random, -0.9, 0.9);
    const loudness = between(random, 0.25, 1);
    const pitch = between(random, 2400, 4800);
    const notes = 2 + Math.floor(random() * 5);
    let at = between(random, 0, 0.95) * length;
    for (let note = 0; note < notes; note += 1) {
      const duration = between(random, 0.05, 0.14) * SAMPLE_RATE;
      const from = pitch * between(random, 0.85, 1.25);
      const to = from * between(random, 0.75, 1.35);
      chirps.push({ start: at, end: Math.min(length, at + duration), from, to, loudness, pan });
      at += duration + between(random, 0.03, 0.12) * SAMPLE_RATE;
    }
  }
  return chirps.filter((chirp) => chirp.end > chirp.start);
}

function addChirp(channel: Float32Array, chirp: Chirp, side: -1 | 1): void {
  const start = Math.ceil(chirp.start);
  const gain = chirp.loudness * (0.5 + 0.5 * side * chirp.pan);
  let phase = 0;
  for (let index = start; index < chirp.end; index += 1) {
    const way = (index - chirp.start) / (chirp.end - chirp.start);
    phase += (2 * Math.PI * (chirp.from + (chirp.to - chirp.from) * way)) / SAMPLE_RATE;
    const sample = Math.sin(phase) * Math.sin(Math.PI * way) ** 2 * gain;
    channel[index] = (channel[index] ?? 0) + sample;
  }
}

/** Two crickets, one on each side, each with its own rhythm. */
export function crickets(seed: number, length: number): StereoSound {
  return stereo((side) => {
    const random = randomFor(seed, `crickets ${side}`);
    const hertz = between(random, 4100, 4900);
    const beat = between(random, 0.55, 0.8);
    const trill = between(random, 28, 36);
    const shift = random();
    const mood = randomWalk(random, 0.4);
    return fillChannel(length, (index) => {
      const seconds = index / SAMPLE_RATE;
      const way = (seconds / beat + shift) % 1;
      const song = way < 0.6 ? Math.sin((Math.PI * way) / 0.6) : 0;
      const wing = 0.5 + 0.5 * Math.sin(2 * Math.PI * trill * seconds);
      return Math.sin(2 * Math.PI * hertz * seconds) * song * wing * (0.5 + 0.5 * mood());
    });
  });
}

const CRACKLES_PER_SECOND = 26;

/** A fire: a low roar and randomly cracking wood. */
export function fire(seed: number, length: number): StereoSound {
  return stereo((side) => {
    const random = randomFor(seed, `fire ${side}`);
    const noise = whiteNoise(random);
    const flare = randomWalk(randomFor(seed, "flare"), 2.2);
    const roar = lowPass(190);
    const crack = bandPass(2100, 1.4);
    let snap = 0;
    let decay = 0;
    return fillChannel(length, () => {
      if (random() < CRACKLES_PER_SECOND / SAMPLE_RATE) {
        snap = random() ** 3 * 3;
        decay = Math.exp(-1 / (SAMPLE_RATE * between(random, 0.001, 0.006)));
      }
      snap *= decay;
      const air = noise();
      return 1.5 * roar(air) * (0.5 + 0.7 * flare()) + crack(air * snap);
    });
  });
}
