/** Rain, thunder and waves on a shore. */
import { between, randomFor } from "../../plan/prng.ts";
import { highPass, lowPass, randomWalk, whiteNoise } from "../dsp.ts";
import { fillChannel, SAMPLE_RATE, type StereoSound, stereo } from "../stereo-sound.ts";

const DROPS_PER_SECOND = 90;

/** Steady rain with single drops nearby. */
export function rain(seed: number, length: number): StereoSound {
  return stereo((side) => {
    const random = randomFor(seed, `rain ${side}`);
    const noise = whiteNoise(random);
    const density = randomWalk(randomFor(seed, "rain density"), 0.4);
    const dark = lowPass(7000);
    const open = highPass(900);
    let drop = 0;
    let decay = 0;
    let phase = 0;
    let step = 0;
    return fillChannel(length, () => {
      if (random() < DROPS_PER_SECOND / SAMPLE_RATE) {
        drop = between(random, 0.1, 0.6);
        decay = Math.exp(-1 / (SAMPLE_RATE * between(random, 0.002, 0.008)));
        step = (2 * Math.PI * between(random, 1200, 5200)) / SAMPLE_RATE;
        phase = 0;
      }
      drop *= decay;
      phase += step;
      return open(dark(noise())) * (0.75 + 0.25 * density()) + 0.3 * drop * Math.sin(phase);
    });
  });
}

/** One roll of thunder, somewhere in the first half. */
export function thunder(seed: number, length: number): StereoSound {
  const start = Math.floor(length * between(randomFor(seed, "thunder start"), 0.08, 0.4));
  return stereo((side) => {
    const noise = whiteNoise(randomFor(seed, `thunder ${side}`));
    const roll = randomWalk(randomFor(seed, "thunder roll"), 5);
    const dark = lowPass(110);
    const darker = lowPass(240);
    return fillChannel(length, (index) => {
      const seconds = (index - start) / SAMPLE_RATE;
      if (seconds < 0) return 0;
      const envelope = Math.min(1, seconds / 0.08) * Math.exp(-seconds / 1.3);
      return darker(dark(noise())) * envelope * (0.3 + roll());
    });
  });
}

const WAVE_SECONDS = 4.6;

/** Waves that build up, break and run out over the sand. */
export function surf(seed: number, length: number): StereoSound {
  const lag = between(randomFor(seed, "surf lag"), 0, WAVE_SECONDS);
  return stereo((side) => {
    const noise = whiteNoise(randomFor(seed, `surf ${side}`));
    const swell = randomWalk(randomFor(seed, "swell"), 0.3);
    const deep = lowPass(260);
    const foam = highPass(1100);
    const soft = lowPass(5200);
    // The wave runs along the shore, so the right channel is slightly later.
    const shift = side === "left" ? 0 : 0.22;
    return fillChannel(length, (index) => {
      const way =
        ((index / SAMPLE_RATE + lag - shift + WAVE_SECONDS) % WAVE_SECONDS) / WAVE_SECONDS;
      const rise = way < 0.35 ? (way / 0.35) ** 2 : Math.exp(-(way - 0.35) * 4.2);
      const strength = (0.12 + 0.88 * rise) * (0.75 + 0.25 * swell());
      const water = noise();
      return strength * (2.2 * deep(water) + 0.55 * rise * soft(foam(water)));
    });
  });
}
