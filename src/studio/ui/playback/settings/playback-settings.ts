/** Playback settings that apply to every clip. */
import { createStore, type ReadableStore } from "#store/create-store.ts";
import { merged } from "#store/merged.ts";

export interface PlaybackSettings {
  /** 1 is normal speed. */
  speed: number;
  isLooping: boolean;
  isMuted: boolean;
  /** 0 to 1. */
  volume: number;
}

export const INITIAL_SETTINGS: PlaybackSettings = {
  speed: 1,
  isLooping: false,
  isMuted: false,
  volume: 1,
};

/** A store of the settings. */
export interface SettingsStore extends ReadableStore<PlaybackSettings> {
  set(change: Partial<PlaybackSettings>): void;
}

/** Creates settings for a single player. */
export function createSettings(initial: PlaybackSettings = INITIAL_SETTINGS): SettingsStore {
  const store = createStore(initial);
  return { ...store, set: (change) => store.set(merged(store.getState(), change)) };
}
