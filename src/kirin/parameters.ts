/**
 * The parameters of `kirin_v2_6_t2v`, their limits and defaults, each exactly once.
 * The compose form, the proxy, the simulator and the model spec all read this file.
 * Source of every rule: Kirin's reference page for the model, unless a comment says otherwise.
 */

/** Model id that every request names. */
export const MODEL_ID = "kirin_v2_6_t2v";

/** `std` is cheap, `pro` is slower and better, and the only mode that can have sound. */
export const MODES = ["std", "pro"] as const;
export const SOUNDS = ["on", "off"] as const;
/** Width to height. */
export const ASPECT_RATIOS = ["16:9", "9:16", "1:1"] as const;
/** Seconds, as the strings that go over the wire: a number is answered with 400. */
export const DURATIONS = ["5", "10"] as const;

export type Mode = (typeof MODES)[number];
export type Sound = (typeof SOUNDS)[number];
export type AspectRatio = (typeof ASPECT_RATIOS)[number];
export type Duration = (typeof DURATIONS)[number];

/** Most characters of a prompt or a negative prompt. A character is one Unicode code point. */
export const PROMPT_MAX_CHARACTERS = 2500;

/**
 * Most characters of an `external_task_id`. Kirin names no limit; ours keeps the id usable as one
 * segment of a URL path, since a task is read back by it.
 */
export const EXTERNAL_TASK_ID_MAX_CHARACTERS = 128;

/** What Kirin assumes for a parameter that is left out. */
export const DEFAULTS = {
  mode: "std",
  sound: "off",
  aspectRatio: "16:9",
  duration: "5",
  watermark: false,
} as const satisfies {
  mode: Mode;
  sound: Sound;
  aspectRatio: AspectRatio;
  duration: Duration;
  watermark: boolean;
};

/** Whether a mode can make sound: only `pro` can. */
export function canHaveSound(mode: Mode): boolean {
  return mode === "pro";
}

/**
 * Number of characters (Unicode code points) in a text: the one way prompts are measured.
 * A flag or a family emoji counts as its code points, a lone surrogate as one.
 */
export function countCharacters(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}
