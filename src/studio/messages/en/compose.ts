/** Messages for the compose panel. */
import { counted, formatNumber, plural } from "./common.ts";

export const title = "Compose";

/** The line that opens the form on a phone, while it is empty. */
export const openComposer = "Describe your clip";
/** Before the start of the prompt on the same line, for screen readers. */
export const editing = "Edit your request:";

export const earlierPrompt = "Earlier prompt";
export const laterPrompt = "Later prompt";
export const clear = "Clear";

export const promptPlaceholder = "Describe the scene, the subject, the action and the camera.";
export const negativePromptPlaceholder = "What to avoid, e.g. subtitles, jitter.";

export const standardSummary = "720p, no sound";
export const proSummary = "1080p, optional sound";
export const price = "Price";
export const priceUnknown = "—";
/** Marks a price that could not be refreshed. */
export const lastKnownMark = "(last known)";
export const pricesAsOf = (moment: string) => `Last known prices, as of ${moment}`;
export const lastKnown = (price: string) => `${price} ${lastKnownMark}`;
/** Rendering times that Kirin's users report. */
export const usually = {
  std: { "5": "usually 60–90 s", "10": "usually 90–120 s" },
  pro: { "5": "usually 2–6 min", "10": "usually 3–8 min" },
} as const;
export const usuallySimulated = {
  std: { "5": "usually about 5 s", "10": "usually about 10 s" },
  pro: { "5": "usually about 10 s", "10": "usually about 20 s" },
} as const;

export const soundHint = "Speech, effects and music from your prompt.";
export const soundNeedsPro = "Available in Pro only.";

export const seconds = { "5": "5 seconds", "10": "10 seconds" } as const;

export const watermarkHint = "Also creates a copy with Kirin's watermark.";

export const advanced = "Advanced";
export const callbackUrlHint = "Kirin posts each status change of the task to this address.";
export const taskId = "Task ID";
export const taskIdHint =
  "Your own ID for one generation. If you leave it empty, the studio creates one.";

export const generate = "Generate";
export const generateBoth = "Both modes";
export const generateBothHint = "Generates the same prompt in Standard and in Pro.";
/** Follows the verb of a button that spends. */
export const buttonPrice = (price: string) => `· ${price}`;
export const sendingFailed =
  "Something went wrong on this page. Your request may have been sent: check your library before you try again.";
/** The same draft was sent within the last two minutes, but not by this page. */
export const sentElsewhere = {
  tab: "Sent from another tab a moment ago.",
  reload: "Sent a moment ago, before this page was loaded.",
} as const;
/** The keyboard shortcut as the platform writes it. */
export const shortcutApple = "⌘ Return";
export const shortcutOther = "Ctrl + Enter";
/** The price of one pair, or of several takes per mode. */
export const priceOfBoth = (sum: string, clipCount: number) =>
  clipCount === 2 ? `Both ${sum}` : `${counted(clipCount, "clip", "clips")}, ${sum}`;
/** How many takes "Both modes" makes per mode. */
export const takes = "Takes per mode";
export const takesHint = "Several takes show how much the results vary by chance.";
export const fewerTakes = "Fewer takes";
export const moreTakes = "More takes";

/** Character count of a text field. */
export const count = (characters: number, max: number) =>
  `${formatNumber(characters)} / ${formatNumber(max)}`;
export const shortenBy = (characters: number) =>
  plural(characters, {
    one: "Shorten by 1 character",
    other: (many) => `Shorten by ${many} characters`,
  });

/** Half a surrogate pair, or a control character. */
export const unsendable = (characters: number) =>
  plural(characters, {
    one: "1 broken or invisible character can't be sent",
    other: (many) => `${many} broken or invisible characters can't be sent`,
  });
export const removeUnsendable = (characters: number) =>
  plural(characters, { one: "Remove it", other: "Remove them" });

/** What to do about an invalid value, by the schema's issue code. */
export const issues = {
  "prompt-missing": "Write a prompt first",
  "prompt-too-long": "The prompt is too long",
  "negative-prompt-too-long": "The negative prompt is too long",
  "unsendable-characters": "Remove the broken or invisible characters",
  "sound-needs-pro": "Sound is available in Pro only",
  "callback-url-invalid": "Enter a full address, e.g. https://example.com/hook",
  "external-task-id-invalid":
    "Use up to 128 visible characters, with no slashes, no line breaks, and no spaces at the start or end",
  "external-task-id-in-use":
    "A generation in your library already has this ID. Choose another ID, or leave it empty",
  "external-task-id-too-long-for-both":
    "Use up to 124 characters: the studio adds a suffix for each mode",
  "external-task-id-too-long-for-takes":
    "Use up to 122 characters: the studio adds a suffix for each take",
} as const;
/** Announced when nothing is sent: the first invalid value, and how many more there are. */
export const invalid = (first: string, more: number) =>
  more === 0 ? `${first}.` : `${first}. ${formatNumber(more)} more to fix.`;
export const issueUnknown = "This value isn't valid";

export const draftReplaced = "Your draft was replaced.";
export const undo = "Undo";

export const firstRunTitle = "Describe your first clip";
export const firstRunDetail =
  "Write a prompt, or start from an example. Nothing is sent until you press Generate. Your clips are saved in this browser.";
export const nextRunTitle = "Describe your next clip";
/** The price of a starter that changes the price of Generate. */
export const insteadOf = (price: string) => `instead of ${price}`;
/** Accessible name of a starter's button. */
export const tryStarter = (name: string) => `Try “${name}”`;

/** What a starter is made with: "Pro · 10 s · Sound". */
export const starterSettings = (settings: readonly string[]) => settings.join(" · ");

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
