/** A distant city and a nearby crowd. */
import { between, randomFor } from "../../plan/prng.ts";
import { bandPass, lowPass, randomWalk, sine, sweptBand, whiteNoise } from "../dsp.ts";
import { fillChannel, SAMPLE_RATE, type StereoSound, stereo } from "../stereo-sound.ts";

const SECONDS_PER_CAR = 2.6;

/** A city: low rumble, mains hum and passing cars. */
export function city(seed: number, length: number): StereoSound {
  const cars = passingCars(seed, length / SAMPLE_RATE);
  return stereo((side) => {
    const noise = whiteNoise(randomFor(seed, `city ${side}`));
    const rumble = lowPass(130);
    const deeper = lowPass(320);
    const distance = bandPass(520, 0.7);
    const busy = randomWalk(randomFor(seed, "city busy"), 0.5);
    const hum = sine(100);
    const tyres = sweptBand(0.9);
    return fillChannel(length, (index) => {
      const seconds = index / SAMPLE_RATE;
      let near = 0;
      for (const car of cars) {
        const away = (seconds - car.at) / car.width;
        if (away < -3 || away > 3) continue;
        const across = away * car.direction * (side === "left" ? 1 : -1);
        near += Math.exp(-away * away) * (0.55 - 0.45 * Math.tanh(across)) * car.loudness;
      }
      const air = noise();
      const bed = 2.4 * deeper(rumble(air)) + 0.16 * distance(air) * (0.6 + 0.8 * busy());
      return bed + 0.02 * hum() + 0.5 * near * tyres(air, 420 + 520 * near);
    });
  });
}

function passingCars(seed: number, seconds: number) {
  const random = randomFor(seed, "cars");
  const count = Math.max(1, Math.round(seconds / SECONDS_PER_CAR));
  return Array.from({ length: count }, (_, index) => ({
    at: (index + between(random, 0.2, 0.8)) * (seconds / count),
    width: between(random, 0.45, 0.9),
    loudness: between(random, 0.5, 1),
    direction: random() < 0.5 ? -1 : 1,
  }));
}

const TALKERS = 5;

/** The unintelligible murmur of many voices. */
export function crowd(seed: number, length: number): StereoSound {
  return stereo((side) => {
    const talkers = Array.from({ length: TALKERS }, (_, index) => {
      const random = randomFor(seed, `talker ${side} ${index}`);
      return {
        noise: whiteNoise(random),
        throat: sweptBand(5),
        mouth: sweptBand(4),
        syllables: randomWalk(random, between(random, 3.4, 5.2)),
        sentences: randomWalk(random, 0.5),
        vowels: randomWalk(random, 4),
        pitch: between(random, 0.8, 1.3),
      };
    });
    const soften = lowPass(2600);
    return fillChannel(length, () => {
      let sum = 0;
      for (const talker of talkers) {
        const loud = talker.syllables() ** 2 * talker.sentences();
        const vowel = talker.vowels();
        const breath = talker.noise();
        const low = talker.throat(breath, (300 + 420 * vowel) * talker.pitch);
        const high = talker.mouth(breath, (1900 - 900 * vowel) * talker.pitch);
        sum += loud * (low + 0.5 * high);
      }
      return soften(sum);
    });
  });
}
