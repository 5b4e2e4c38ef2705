import { createStore, type Store } from "#store/create-store.ts";
import { merged } from "#store/merged.ts";
import { EARLIER_KEYS, readEarlierKeys } from "./earlier-keys.ts";
import {
  DEFAULT_PREFERENCES,
  PREFERENCES_VERSION,
  type Preferences,
  parseStored,
  type StoredPreferences,
  toPreferences,
} from "./preferences-schema.ts";

/** Also read by the script in index.html, which applies the theme before the first paint. */
export const PREFERENCES_KEY = "kirin-studio.preferences";

/** The preferences outside React. */
export interface PreferencesStore extends Omit<Store<Preferences>, "set"> {
  /** Changes some preferences, here and in all other tabs, and keeps them across reloads. */
  set(change: Partial<Preferences>): void;
}

/**
 * Opens this browser's preferences and follows changes in other tabs. Only changed fields are stored, so that a new
 * default reaches everyone who has not chosen, and two tabs can change different fields at the same time. If storage
 * is blocked, the preferences last only as long as the page.
 */
export function openPreferences(): PreferencesStore {
  // Starts with the defaults, which the prerendered page shows and hydration expects.
  const store = createStore(DEFAULT_PREFERENCES);
  const adopt = (stored: StoredPreferences | null) =>
    store.set(merged(store.getState(), toPreferences(stored)));
  const readAgain = () => attempt(() => adopt(readStored()));

  readAgain();
  globalThis.addEventListener?.("storage", ({ key, newValue }: StorageEvent) => {
    if (key === PREFERENCES_KEY || key === null) adopt(parseStored(newValue));
  });
  // A page in the back-forward cache missed the changes of other tabs.
  globalThis.addEventListener?.("pageshow", ({ persisted }: PageTransitionEvent) => {
    if (persisted) readAgain();
  });
  return {
    ...store,
    set(change) {
      store.set(merged(store.getState(), change));
      attempt(() => write(change));
    },
  };
}

function readStored(): StoredPreferences | null {
  const text = localStorage.getItem(PREFERENCES_KEY);
  if (text !== null) return parseStored(text);
  const earlier = readEarlierKeys(localStorage);
  if (earlier !== null) {
    write(earlier);
    for (const key of EARLIER_KEYS) localStorage.removeItem(key);
  }
  return earlier;
}

/** Keeps fields and the version of a newer studio that this one does not know. */
function write(change: object): void {
  const stored = parseStored(localStorage.getItem(PREFERENCES_KEY));
  const version = Math.max(PREFERENCES_VERSION, stored?.version ?? 0);
  localStorage.setItem(PREFERENCES_KEY, JSON.stringify({ ...stored, ...change, version }));
}

/** Storage may be blocked or full. */
function attempt(access: () => void): void {
  try {
    access();
  } catch {
    // The preferences last only as long as the page.
  }
}
