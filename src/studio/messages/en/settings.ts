/** Messages for the settings dialog. */
import { formatDecimal } from "./common.ts";

export const appearance = "Appearance";
export const theme = "Theme";
export const themes = { system: "System", light: "Light", dark: "Dark" } as const;

export const playback = "Playback";
export const autoplay = "Play clips automatically";
export const autoplayHint = "Without sound. Off if your system asks for less motion.";
export const loop = "Loop clips";

export const formDefaults = "New prompts start with";
export const formDefaultsHint = "Applies when the form is empty. A draft keeps its own settings.";
export const soundHint = "Pro only.";

export const spending = "Spending";
export const ask = "Ask before spending";
export const askHint = "When what a button sends costs more than this amount.";
export const askAbove = (unit: string) => `Amount in ${unit}`;
export const amountInvalid = "Enter an amount, such as 1.50";

export const notifications = "Notifications";
export const notify = "Notify me when a clip is done or fails";
export const notifyHint = "Only while no tab of the studio is visible.";
export const notifyUnasked = "Your browser asks you once for permission.";
export const notifyAllow = "Allow notifications";
export const notifyDenied =
  "Your browser blocks notifications from this site. You can allow them in the browser's site settings.";

export const storage = "Storage";
export const storageUsed = (used: string, quota: string) => `${used} used of about ${quota}`;
export const storageUnknown = "This browser doesn't report how much space is used.";
export const kept = "Your browser keeps your library until you delete it.";
export const notKept = "Your browser may delete your library when disk space runs low.";
export const keep = "Keep my clips";
export const keepRefused =
  "Your browser declined for now. It may agree after more visits. Download the clips you can't lose.";
/** A size in the largest fitting unit. */
export const size = (bytes: number) =>
  bytes >= 1_000_000_000
    ? `${formatDecimal(bytes / 1_000_000_000, 1)} GB`
    : `${formatDecimal(bytes / 1_000_000, 1)} MB`;

export const connection = "Connection";
export const connections = {
  unknown: { title: "Checking…", detail: null },
  offline: {
    title: "Offline",
    detail: "This device has no network connection. Requests wait and are sent when it's back.",
  },
  "server-away": {
    title: "Studio server unreachable",
    detail: "Requests wait and are sent when the server is back.",
  },
  simulator: {
    title: "Simulator",
    detail: "Clips come from the built-in simulator. You aren't charged.",
  },
  "no-key": {
    title: "No API key",
    detail: "Set KIRIN_API_KEY and restart the studio server.",
  },
  "signed-out": {
    title: "Signed out",
    detail: "Sign in at the top of the page. Waiting requests are then sent.",
  },
  "key-refused": {
    title: "API key refused",
    detail: "Set KIRIN_API_KEY to a valid key and restart the studio server.",
  },
  balance: {
    title: "Balance too low",
    detail: "Top up your Kirin account. Waiting requests are then sent.",
  },
  "kirin-away": {
    title: "Kirin unreachable",
    detail: "The studio server can't connect to Kirin. Waiting requests are retried.",
  },
  live: { title: "Connected to Kirin", detail: "Your API key stays on the studio server." },
} as const satisfies Record<string, { title: string; detail: string | null }>;

export const checkConnection = "Check now";
/** What a check found. */
export const checkResults = {
  accepted: "Kirin answered and accepts the API key. Nothing was charged.",
  "key-refused":
    "Kirin still refuses the API key. Set KIRIN_API_KEY to a valid key and restart the studio server.",
  "not-permitted":
    "Kirin knows the API key but doesn't permit this. Check the key's permissions in your Kirin account.",
  "no-key": "The studio server still has no API key. Set KIRIN_API_KEY and restart it.",
  "kirin-away": "The studio server couldn't connect to Kirin.",
  "server-away": "Couldn't reach the studio server.",
  unclear: "Kirin answered, but not with a reply that says whether it accepts the key.",
} as const;

/** Groups and entries of the shortcut sheet. */
export const everywhere = "General";
export const generateKey = "Generate, in the form";
export const showSheet = "Show this list";

export const shortcuts = "Keyboard shortcuts";
export const showShortcuts = "Show all shortcuts";
