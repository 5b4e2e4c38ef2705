import type {
  PlaybackSettings,
  SettingsStore,
} from "#studio/ui/playback/settings/playback-settings.ts";
import { openPreferences, type PreferencesStore } from "./open-preferences.ts";
import type { Preferences } from "./preferences-schema.ts";

/** The preferences of this browser. They include the playback settings of the player. */
export const preferences: PreferencesStore = openPreferences();

/** The playback settings of comparisons: those of the player, but with a loop of their own. */
export const comparisonSettings: SettingsStore = {
  getState: () => forComparison(preferences.getState()),
  getInitialState: () => forComparison(preferences.getInitialState()),
  subscribe: (listener) => preferences.subscribe((state) => listener(forComparison(state))),
  set({ isLooping: isComparisonLooping, ...shared }) {
    preferences.set(
      isComparisonLooping === undefined ? shared : { ...shared, isComparisonLooping },
    );
  },
};

function forComparison(state: Preferences): PlaybackSettings {
  return { ...state, isLooping: state.isComparisonLooping };
}
