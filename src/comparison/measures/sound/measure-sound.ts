import type { SoundReport } from "../report.ts";
import { findClipping, findSilence } from "./find-spans.ts";
import { measureLoudness } from "./loudness.ts";
import type { Sound } from "./sound.ts";
import { truePeak } from "./true-peak.ts";

/** All measures of a clip's sound. */
export function measureSound(sound: Sound): SoundReport {
  return {
    ...measureLoudness(sound),
    truePeak: truePeak(sound.channels),
    clipped: findClipping(sound),
    silent: findSilence(sound),
  };
}
