/** The settings of playback for every clip of this browser: they last across clips, reloads and open tabs. */
import * as z from "zod/mini";
import {
  createSettings,
  INITIAL_SETTINGS,
  type PlaybackSettings,
  type SettingsStore,
} from "./playback-settings.ts";
import { SPEEDS } from "./playback-state.ts";

export const SETTINGS_KEY = "kirin-studio.playback";

const savedSchema = z.object({
  version: z.literal(1),
  speed: z.literal(SPEEDS),
  isLooping: z.boolean(),
  isMuted: z.boolean(),
  volume: z.number().check(z.minimum(0), z.maximum(1)),
});

/** What is saved, or the initial settings where that is nothing, or not ours. */
function parseSaved(text: string | null): PlaybackSettings {
  try {
    const { version: _, ...settings } = savedSchema.parse(JSON.parse(text ?? ""));
    return settings;
  } catch {
    return INITIAL_SETTINGS;
  }
}

function readSaved(): PlaybackSettings {
  try {
    return parseSaved(localStorage.getItem(SETTINGS_KEY));
  } catch {
    // Storage is blocked: the settings live as long as the page.
    return INITIAL_SETTINGS;
  }
}

/** Opens the settings of this browser, and follows what other tabs change. */
export function openSavedSettings(): SettingsStore {
  const settings = createSettings(readSaved());
  globalThis.addEventListener?.("storage", ({ key, newValue }: StorageEvent) => {
    if (key === SETTINGS_KEY) settings.set(parseSaved(newValue));
  });
  return {
    ...settings,
    set(change) {
      settings.set(change);
      try {
        localStorage.setItem(SETTINGS_KEY, JSON.stringify({ version: 1, ...settings.get() }));
      } catch {
        // Storage is blocked or full: the settings live as long as the page.
      }
    },
  };
}

/** The settings of this browser. */
export const savedSettings: SettingsStore = openSavedSettings();
