/** Reads preferences that earlier versions of the studio stored under keys of their own. */
import * as z from "zod/mini";
import { PREFERENCES_VERSION, type StoredPreferences } from "./preferences-schema.ts";

const THEME_KEY = "kirin-studio.theme";
const SHORTCUTS_KEY = "kirin-studio.shortcuts";
const PLAYBACK_KEY = "kirin-studio.playback";
/** No longer read once they are migrated. */
export const EARLIER_KEYS = [THEME_KEY, SHORTCUTS_KEY, PLAYBACK_KEY] as const;

/** The preferences under the earlier keys, not yet validated. Null if there are none. */
export function readEarlierKeys(storage: Pick<Storage, "getItem">): StoredPreferences | null {
  const [theme, shortcuts, playback] = EARLIER_KEYS.map((key) => storage.getItem(key));
  if (theme == null && shortcuts == null && playback == null) return null;
  return {
    ...readPlayback(playback ?? "{}"),
    ...(theme == null ? {} : { theme }),
    ...(shortcuts == null ? {} : { areShortcutsOn: shortcuts !== "off" }),
    version: PREFERENCES_VERSION,
  };
}

const playbackSchema = z.object({
  speed: z.optional(z.unknown()),
  isMuted: z.optional(z.unknown()),
  volume: z.optional(z.unknown()),
  isLooping: z.optional(z.unknown()),
});

/**
 * Earlier versions had one loop setting for the player and for comparisons, off by default. Only "on" is taken over,
 * because the player now loops by default.
 */
function readPlayback(text: string): object {
  try {
    const { isLooping, ...kept } = z.parse(playbackSchema, JSON.parse(text));
    return isLooping === true ? { ...kept, isLooping, isComparisonLooping: true } : kept;
  } catch {
    return {};
  }
}
