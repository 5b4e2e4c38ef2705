import { createStore } from "#store/create-store.ts";
import type { PlaybackSettings, SettingsStore } from "./playback-settings.ts";

/**
 * The same settings, but muted until the creator changes the sound. For a clip that plays by itself: it must not be heard
 * unasked, and browsers let only silent ones start.
 */
export function quietAtFirst(settings: SettingsStore): SettingsStore {
  const isQuiet = createStore(true);
  const view = (state: PlaybackSettings): PlaybackSettings =>
    isQuiet.getState() ? { ...state, isMuted: true } : state;
  return {
    getState: () => view(settings.getState()),
    getInitialState: () => view(settings.getInitialState()),
    subscribe(listener) {
      const changed = () => listener(view(settings.getState()));
      const stops = [settings.subscribe(changed), isQuiet.subscribe(changed)];
      return () => {
        for (const stop of stops) stop();
      };
    },
    set(change) {
      if (change.isMuted !== undefined) isQuiet.set(false);
      settings.set(change);
    },
  };
}
