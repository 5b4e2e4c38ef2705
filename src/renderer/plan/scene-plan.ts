/** The plan of a scene, derived from a prompt. The sound is planned from it, too. */

/** The place. `portrait` and `space` fill the whole frame. */
export const SCENE_NAMES = [
  "sea",
  "city",
  "forest",
  "mountain",
  "desert",
  "meadow",
  "fire",
  "space",
  "portrait",
] as const;
export type SceneName = (typeof SCENE_NAMES)[number];

/** The person or animal in the place. */
export const SUBJECTS = [
  "cat",
  "dog",
  "fox",
  "wolf",
  "horse",
  "deer",
  "bear",
  "bird",
  "fish",
  "person",
] as const;
export type Subject = (typeof SUBJECTS)[number];

export const WEATHERS = ["clear", "rain", "storm", "snow", "fog"] as const;
export type Weather = (typeof WEATHERS)[number];

export const TIMES_OF_DAY = ["dawn", "day", "sunset", "night"] as const;
export type TimeOfDay = (typeof TIMES_OF_DAY)[number];

export const CAMERA_MOVES = [
  "static",
  "pan-left",
  "pan-right",
  "tilt-up",
  "tilt-down",
  "dolly-in",
  "pull-back",
  "orbit",
  "crane",
  "handheld",
] as const;
export type CameraMove = (typeof CAMERA_MOVES)[number];

/** Optional elements. A negative prompt removes them. */
export const ELEMENTS = [
  "clouds",
  "stars",
  "sun",
  "moon",
  "birds",
  "mist",
  "aurora",
  "trees",
  "boat",
  "lighthouse",
  "lights",
  "embers",
  "fireflies",
  "petals",
  "planet",
  "ring",
  "birches",
  "street",
  "umbrella",
  "castle",
] as const;
export type Element = (typeof ELEMENTS)[number];

/** A colour that the prompt names for the whole picture. */
export const TINTS = ["red", "orange", "gold", "green", "teal", "blue", "violet", "pink"] as const;
export type Tint = (typeof TINTS)[number];

/** A colour that the prompt names for its subject. */
export const COATS = ["black", "white", "gray", "brown", "red", "gold"] as const;
export type Coat = (typeof COATS)[number];

export interface ScenePlan {
  /** Depends on the prompt only, so that Standard and Pro, with any negative prompt, show the same place. */
  readonly seed: number;
  readonly scene: SceneName;
  readonly subject: Subject | null;
  readonly weather: Weather;
  readonly timeOfDay: TimeOfDay;
  readonly camera: CameraMove;
  /** 1 is normal; slow words lower it, fast words raise it. */
  readonly pace: number;
  readonly elements: readonly Element[];
  readonly tint: Tint | null;
  readonly coat: Coat | null;
  /** Whether the subject fills much of the frame. */
  readonly isCloseUp: boolean;
  /** Whether an animal is curled up. */
  readonly isResting: boolean;
}
