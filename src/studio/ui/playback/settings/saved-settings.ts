/** The playback settings of this browser, shared by all clips and tabs and kept across reloads. */
import * as z from "zod/mini";
import { SPEEDS } from "#studio/ui/playback/playback-state.ts";
import {
  createSettings,
  INITIAL_SETTINGS,
  type PlaybackSettings,
  type SettingsStore,
} from "./playback-settings.ts";

export const SETTINGS_KEY = "kirin-studio.playback";

const savedSchema = z.object({
  version: z.literal(1),
  speed: z.literal(SPEEDS),
  isLooping: z.boolean(),
  isMuted: z.boolean(),
  volume: z.number().check(z.minimum(0), z.maximum(1)),
});

/** The saved settings, or the initial ones if there are none or they are invalid. */
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
    // Storage is blocked: the settings last only as long as the page.
    return INITIAL_SETTINGS;
  }
}

/** Opens this browser's settings and follows changes in other tabs. */
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
        localStorage.setItem(SETTINGS_KEY, JSON.stringify({ version: 1, ...settings.getState() }));
      } catch {
        // Storage is blocked or full: the settings last only as long as the page.
      }
    },
  };
}

/** The settings of this browser. */
export const savedSettings: SettingsStore = openSavedSettings();
