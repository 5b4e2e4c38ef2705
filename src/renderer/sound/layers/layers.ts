/** All ambiences by name. */
import type { StereoSound } from "../stereo-sound.ts";
import { hush, leaves, wind } from "./air.ts";
import { birds, crickets, fire } from "./nature.ts";
import { space } from "./space.ts";
import { city, crowd } from "./town.ts";
import { rain, surf, thunder } from "./water.ts";

/** Synthesises `length` samples of one ambience, at any level. */
type Layer = (seed: number, length: number) => StereoSound;

export const LAYERS = {
  wind,
  hush,
  leaves,
  rain,
  thunder,
  surf,
  city,
  crowd,
  birds,
  crickets,
  fire,
  space,
} as const satisfies Record<string, Layer>;

export type LayerName = keyof typeof LAYERS;
