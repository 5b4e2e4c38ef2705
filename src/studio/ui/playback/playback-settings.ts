/** Playback settings that apply to every clip. */

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
export interface SettingsStore {
  get(): PlaybackSettings;
  set(change: Partial<PlaybackSettings>): void;
  /** Returns a disposer. */
  subscribe(onChange: () => void): () => void;
}

/** Creates settings for a single player. */
export function createSettings(initial: PlaybackSettings = INITIAL_SETTINGS): SettingsStore {
  const listeners = new Set<() => void>();
  let settings = initial;
  return {
    get: () => settings,
    set(change) {
      settings = { ...settings, ...change };
      for (const listener of listeners) listener();
    },
    subscribe(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
  };
}
