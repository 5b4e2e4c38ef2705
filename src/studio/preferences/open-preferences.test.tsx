import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { openPreferences, PREFERENCES_KEY } from "./open-preferences.ts";
import { DEFAULT_PREFERENCES } from "./preferences-schema.ts";

beforeEach(() => localStorage.clear());
afterEach(() => localStorage.clear());

const stored = () => JSON.parse(localStorage.getItem(PREFERENCES_KEY) ?? "null");
const FORM = {
  ...DEFAULT_PREFERENCES.formDefaults,
  mode: "pro",
  sound: true,
} as const;

describe("the preferences", () => {
  it("are restored after a reload", () => {
    const change = { theme: "dark", isLooping: false, volume: 0.3, formDefaults: FORM } as const;
    openPreferences().set(change);
    expect(openPreferences().getState()).toEqual({ ...DEFAULT_PREFERENCES, ...change });
  });

  it("store only what was chosen, so that new defaults reach everyone else", () => {
    const preferences = openPreferences();
    expect(stored()).toBeNull();
    preferences.set({ isAutoplaying: false });
    preferences.set({ speed: 0.5 });
    expect(stored()).toEqual({ version: 1, isAutoplaying: false, speed: 0.5 });
  });

  it("start with the defaults while a prerendered page hydrates", () => {
    openPreferences().set({ theme: "dark" });
    expect(openPreferences().getInitialState()).toEqual(DEFAULT_PREFERENCES);
  });

  it("notify nobody if nothing changes", () => {
    const preferences = openPreferences();
    const listener = vi.fn();
    preferences.subscribe(listener);
    preferences.set({ theme: "system" });
    expect(listener).not.toHaveBeenCalled();
  });

  it("take over what earlier versions stored, once", () => {
    localStorage.setItem("kirin-studio.theme", "light");
    localStorage.setItem("kirin-studio.shortcuts", "off");
    const playback = { version: 1, speed: 0.5, isLooping: true, isMuted: true, volume: 0.4 };
    localStorage.setItem("kirin-studio.playback", JSON.stringify(playback));
    const expected = {
      ...DEFAULT_PREFERENCES,
      theme: "light",
      areShortcutsOn: false,
      speed: 0.5,
      isMuted: true,
      volume: 0.4,
      isLooping: true,
      isComparisonLooping: true,
    };
    expect(openPreferences().getState()).toEqual(expected);
    expect(localStorage).toHaveLength(1);
    localStorage.setItem("kirin-studio.theme", "dark");
    expect(openPreferences().getState()).toEqual(expected);
  });

  it("loop by default, even if an earlier version stored its own default of not looping", () => {
    localStorage.setItem("kirin-studio.playback", JSON.stringify({ isLooping: false, speed: 2 }));
    expect(openPreferences().getState()).toEqual({ ...DEFAULT_PREFERENCES, speed: 2 });
  });
});

describe("damaged preferences", () => {
  it.each(["", "{", "null", "[]", "7"])(
    "storage: the stored preferences are damaged → the defaults are used (%s)",
    (text) => {
      localStorage.setItem(PREFERENCES_KEY, text);
      const preferences = openPreferences();
      expect(preferences.getState()).toEqual(DEFAULT_PREFERENCES);
      preferences.set({ theme: "dark" });
      expect(stored()).toEqual({ version: 1, theme: "dark" });
    },
  );

  it("storage: some stored preferences are invalid → only those have their defaults", () => {
    const invalid = { theme: "pink", speed: 9, volume: 7, formDefaults: { mode: "max" } };
    localStorage.setItem(
      PREFERENCES_KEY,
      JSON.stringify({ ...invalid, version: "one", isMuted: true }),
    );
    expect(openPreferences().getState()).toEqual({ ...DEFAULT_PREFERENCES, isMuted: true });
  });

  it("storage: the playback settings of an earlier version are damaged → the theme is still taken over", () => {
    localStorage.setItem("kirin-studio.theme", "light");
    localStorage.setItem("kirin-studio.playback", "{");
    expect(openPreferences().getState()).toEqual({ ...DEFAULT_PREFERENCES, theme: "light" });
  });

  it("upgrade: a newer version stored the preferences → known ones are read, and unknown ones survive a change", () => {
    const newer = { version: 3, theme: "dark", density: "compact" };
    localStorage.setItem(PREFERENCES_KEY, JSON.stringify(newer));
    const preferences = openPreferences();
    expect(preferences.getState()).toEqual({ ...DEFAULT_PREFERENCES, theme: "dark" });
    preferences.set({ theme: "light" });
    expect(stored()).toEqual({ ...newer, theme: "light" });
  });

  it("storage: localStorage is blocked → the preferences last until the page is closed", () => {
    const blocked = () => {
      throw new DOMException("blocked", "SecurityError");
    };
    const read = vi.spyOn(Storage.prototype, "getItem").mockImplementation(blocked);
    const write = vi.spyOn(Storage.prototype, "setItem").mockImplementation(blocked);
    const preferences = openPreferences();
    preferences.set({ speed: 2 });
    expect(preferences.getState().speed).toBe(2);
    read.mockRestore();
    write.mockRestore();
  });
});

describe("preferences in several tabs", () => {
  /** A change in another tab. The event only reaches other documents, so it is dispatched here. */
  function writeElsewhere(change: object): void {
    const newValue = JSON.stringify({ ...stored(), ...change });
    localStorage.setItem(PREFERENCES_KEY, newValue);
    window.dispatchEvent(new StorageEvent("storage", { key: PREFERENCES_KEY, newValue }));
  }

  it("follow another tab", () => {
    const preferences = openPreferences();
    const listener = vi.fn();
    preferences.subscribe(listener);
    writeElsewhere({ speed: 2 });
    expect(preferences.getState().speed).toBe(2);
    expect(listener).toHaveBeenCalledOnce();
  });

  it("tabs: two tabs change different preferences at once → both changes are kept", () => {
    const preferences = openPreferences();
    localStorage.setItem(PREFERENCES_KEY, JSON.stringify({ version: 1, isMuted: true }));
    preferences.set({ theme: "dark" });
    expect(stored()).toEqual({ version: 1, isMuted: true, theme: "dark" });
  });

  it("return to the defaults when storage is cleared", () => {
    const preferences = openPreferences();
    preferences.set({ theme: "dark" });
    window.dispatchEvent(new StorageEvent("storage", { key: null, newValue: null }));
    expect(preferences.getState()).toEqual(DEFAULT_PREFERENCES);
  });

  it("tabs: the page was in the back-forward cache → it reads what other tabs changed", () => {
    const preferences = openPreferences();
    localStorage.setItem(PREFERENCES_KEY, JSON.stringify({ theme: "dark" }));
    window.dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
    expect(preferences.getState().theme).toBe("dark");
  });
});
