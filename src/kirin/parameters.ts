/**
 * The parameters of `kirin_v2_6_t2v` with their limits and defaults, used by the compose form, the proxy, the
 * simulator and the model spec. Source: Kirin's reference page for the model, unless a comment says otherwise.
 */

/** The model id of every request. */
export const MODEL_ID = "kirin_v2_6_t2v";

/** `std` is cheaper; `pro` is slower, better and the only mode with sound. */
export const MODES = ["std", "pro"] as const;
export const SOUNDS = ["on", "off"] as const;
/** Width to height. */
export const ASPECT_RATIOS = ["16:9", "9:16", "1:1"] as const;
/** In seconds. They are strings on the wire; Kirin answers a number with 400. */
export const DURATIONS = ["5", "10"] as const;

export type Mode = (typeof MODES)[number];
export type Sound = (typeof SOUNDS)[number];
export type AspectRatio = (typeof ASPECT_RATIOS)[number];
export type Duration = (typeof DURATIONS)[number];

/** Maximum length of a prompt or a negative prompt, in Unicode code points. */
export const PROMPT_MAX_CHARACTERS = 2500;

/**
 * Maximum length of an `external_task_id`. Kirin names no limit; this one keeps the id usable as a URL path
 * segment, because tasks are read by it.
 */
export const EXTERNAL_TASK_ID_MAX_CHARACTERS = 128;

/** Kirin's defaults for omitted parameters. */
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

/** Whether a mode supports sound. Only `pro` does. */
export function canHaveSound(mode: Mode): boolean {
  return mode === "pro";
}

/**
 * Length of a text in Unicode code points, as prompts are measured everywhere. A flag or family emoji counts
 * as its code points, a lone surrogate as one.
 */
export function countCharacters(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}
