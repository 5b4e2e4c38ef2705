/** Moving air: wind, and the hiss of snow or a quiet room. */
import { randomFor } from "../../plan/prng.ts";
import { highPass, lowPass, randomWalk, sweptBand, whiteNoise } from "../dsp.ts";
import { fillChannel, type StereoSound, stereo } from "../stereo-sound.ts";

/** Gusty wind with some whistling in strong gusts. */
export function wind(seed: number, length: number): StereoSound {
  return stereo((side) => {
    const noise = whiteNoise(randomFor(seed, `wind ${side}`));
    // Both channels have the same gusts.
    const gust = randomWalk(randomFor(seed, "gusts"), 0.45);
    const flutter = randomWalk(randomFor(seed, `flutter ${side}`), 3);
    const body = sweptBand(0.8);
    const whistle = sweptBand(6);
    const soften = lowPass(1400);
    return fillChannel(length, () => {
      const strength = 0.15 + 0.85 * gust();
      const air = noise();
      const low = body(air, 140 + 420 * strength);
      const high = whistle(air, 380 + 520 * strength) * strength * strength;
      return soften(low + 0.5 * high) * strength * (0.8 + 0.4 * flutter());
    });
  });
}

/** Almost still air: a soft, dark hiss. */
export function hush(seed: number, length: number): StereoSound {
  return stereo((side) => {
    const noise = whiteNoise(randomFor(seed, `hush ${side}`));
    const drift = randomWalk(randomFor(seed, "hush drift"), 0.3);
    const dark = lowPass(380);
    const open = highPass(60);
    return fillChannel(length, () => open(dark(noise())) * (0.7 + 0.3 * drift()));
  });
}

/** Leaves in a light wind: a brighter, intermittent rustle. */
export function leaves(seed: number, length: number): StereoSound {
  return stereo((side) => {
    const noise = whiteNoise(randomFor(seed, `leaves ${side}`));
    const gust = randomWalk(randomFor(seed, "leaf gusts"), 0.5);
    const rustle = randomWalk(randomFor(seed, `rustle ${side}`), 9);
    const dark = lowPass(3200);
    const open = highPass(700);
    return fillChannel(length, () => {
      const strength = 0.2 + 0.8 * gust() ** 2;
      return open(dark(noise())) * strength * (0.4 + 0.6 * rustle());
    });
  });
}
