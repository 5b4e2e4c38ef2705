/** Words of the compose panel. */

export const title = "Compose";

export const prompt = "Prompt";
export const promptPlaceholder =
  "A place, who or what is in it, what happens, how the camera moves.";
export const negativePrompt = "Negative prompt";
export const negativePromptPlaceholder = "subtitles, jitter, extra fingers";
export const negativePromptHint = "What to keep out, as bare nouns.";

export const mode = "Mode";
export const standard = "Standard";
export const pro = "Pro";
export const standardGives = "720p, silent";
export const proGives = "1080p, sound if you like";
export const price = "Price";
export const priceUnknown = "—";
/** Beside a price that could not be asked for again. */
export const lastKnownMark = "(last known)";
export const lastKnown = (price: string) => `${price} ${lastKnownMark}`;
/** How long Kirin usually takes, by its users' own accounts. */
export const usually = {
  std: { "5": "usually 60–90 s", "10": "usually 90–120 s" },
  pro: { "5": "usually 2–6 min", "10": "usually 3–8 min" },
} as const;
export const usuallySimulated = {
  std: { "5": "usually about 5 s", "10": "usually about 10 s" },
  pro: { "5": "usually about 10 s", "10": "usually about 20 s" },
} as const;

export const sound = "Sound";
export const soundHint = "Speech, effects and music, as the prompt says.";
export const soundNeedsPro = "Only Pro makes sound.";

export const aspectRatio = "Aspect ratio";
export const duration = "Duration";
export const seconds = { "5": "5 seconds", "10": "10 seconds" } as const;

export const watermark = "Watermark";
export const watermarkHint = "Also burns Kirin's mark into the clip.";

export const advanced = "Advanced";
export const callbackUrl = "Callback URL";
export const callbackUrlHint = "Kirin posts every change of the task there.";
export const taskId = "Task ID";
export const taskIdHint =
  "Yours, and good for one generation; the studio makes one up if you leave it empty.";

export const generate = "Generate";
export const generateBoth = "Generate both";
export const generateBothHint = "The same prompt as Standard and as Pro, side by side.";
export const sendingFailed =
  "Something went wrong in this page. Look in the library before you press again: it may have been sent.";
/** The draft was sent within the last two minutes, but not by this page. */
export const sentElsewhere = {
  tab: "Sent from another tab a moment ago.",
  reload: "Sent a moment ago, before this page was loaded.",
} as const;
/** The shortcut, as the keyboard writes it. */
export const shortcutApple = "⌘ Return";
export const shortcutOther = "Ctrl + Enter";
/** The price of a pair, or of all takes of both. */
export function priceOfBoth(sum: string, clips: number): string {
  return clips === 2 ? `Both ${sum}` : `${clips} clips, ${sum}`;
}
/** How many takes "Generate both" makes of each. */
export const takes = "Takes of each";
export const takesHint = "Several takes of each show how much is luck.";
export function timesOver(count: string): string {
  return `×${count}`;
}

/** The live count under a text. */
export function count(characters: number, most: number): string {
  return `${characters.toLocaleString("en")} / ${most.toLocaleString("en")}`;
}
/** How much is too much. */
export function cut(characters: number): string {
  return characters === 1 ? "Cut 1 character" : `Cut ${characters.toLocaleString("en")} characters`;
}

/** Half an emoji, or a control character that nobody can see. */
export function unsendable(characters: number): string {
  return characters === 1
    ? "1 broken or invisible character can't be sent"
    : `${characters.toLocaleString("en")} broken or invisible characters can't be sent`;
}
export function removeUnsendable(characters: number): string {
  return characters === 1 ? "Remove it" : "Remove them";
}

/** What to do about a refused value, by the schema's own words for it. */
export const issues = {
  "prompt-missing": "Write a prompt first",
  "prompt-too-long": "The prompt is too long",
  "negative-prompt-too-long": "The negative prompt is too long",
  "unsendable-characters": "Remove the broken or invisible characters",
  "sound-needs-pro": "Only Pro makes sound",
  "callback-url-invalid": "Give a whole address, such as https://example.com/hook",
  "external-task-id-invalid":
    "Use up to 128 visible characters, without slashes, line breaks, or spaces at the ends",
  "external-task-id-in-use":
    "A generation in your library already has this ID; choose another, or leave it empty",
  "external-task-id-too-long-for-both":
    "Use up to 124 characters: each of the two gets an ending of its own",
  "external-task-id-too-long-for-takes":
    "Use up to 122 characters: each take gets an ending of its own",
} as const;
export const issueUnknown = "This value will not do";

export const draftReplaced = "Your draft was replaced.";
export const undo = "Undo";

export const firstRunTitle = "What should move?";
export const firstRunDetail =
  "Write a prompt, or start from one of these. Nothing is sent until you press Generate, and what you make is kept in this browser.";
/** Name of the button that takes a starter. */
export function tryStarter(name: string): string {
  return `Try “${name}”`;
}

export const starters = {
  lighthouse: {
    name: "Lighthouse at dusk",
    prompt:
      "A white lighthouse on a black basalt headland at dusk. Slow waves fold against the rocks, and the lamp sweeps through sea mist while two gulls drift past. Wide shot, slow dolly-in that settles on the lamp. Warm afterglow on the horizon, quiet and cinematic.",
    negativePrompt: "people, text, jitter",
  },
  market: {
    name: "Night market in the rain",
    prompt:
      "A narrow night market in heavy rain, seen from the street. Steam rises from a noodle stall, lanterns glow red and amber, and a woman under a clear umbrella walks towards the camera through neon reflections. Slow tracking shot, settling as she looks up. Audio: rain on awnings, a distant scooter, sizzling oil, no background music.",
    negativePrompt: "subtitles, extra fingers",
  },
  fox: {
    name: "Fox in fresh snow",
    prompt:
      "A red fox lies curled in fresh snow under a birch. It lifts its head, blinks, and its breath hangs in the cold morning air as a few flakes fall. Close-up, locked-off, camera fixed. Soft pale light, fine detail in the fur.",
    negativePrompt: "people, text",
  },
} as const;
