/** The deep, slowly changing drone that films use for space. */
import { between, randomFor } from "../../plan/prng.ts";
import { randomWalk, sine, sweptBand, whiteNoise } from "../dsp.ts";
import { fillChannel, type StereoSound, stereo } from "../stereo-sound.ts";

/** Frequency ratios of the drone's voices to its root: octaves and fifths, slightly out of tune. */
const VOICES = [0.5, 1, 1.498, 2.003, 2.99] as const;

/** A drone of slowly beating tones over distant, breathing noise. */
export function space(seed: number, length: number): StereoSound {
  const root = between(randomFor(seed, "drone"), 52, 66);
  return stereo((side) => {
    const random = randomFor(seed, `drone ${side}`);
    const voices = VOICES.map((ratio, index) => ({
      tone: sine(root * ratio * between(random, 0.997, 1.003), 2 * Math.PI * random()),
      swell: randomWalk(random, 0.25 + 0.1 * index),
      gain: 1 / (1 + index),
    }));
    const noise = whiteNoise(random);
    const breath = sweptBand(3);
    const drift = randomWalk(randomFor(seed, "drone breath"), 0.3);
    return fillChannel(length, () => {
      let sum = 0.25 * breath(noise(), 300 + 900 * drift());
      for (const voice of voices) sum += voice.gain * voice.tone() * (0.3 + 0.7 * voice.swell());
      return sum;
    });
  });
}
