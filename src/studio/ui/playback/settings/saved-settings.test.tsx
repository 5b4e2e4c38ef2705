import { afterEach, describe, expect, it, vi } from "vitest";
import { INITIAL_SETTINGS } from "./playback-settings.ts";
import { openSavedSettings, SETTINGS_KEY } from "./saved-settings.ts";

afterEach(() => {
  localStorage.removeItem(SETTINGS_KEY);
});

describe("the settings of playback", () => {
  it("are restored after a reload", () => {
    openSavedSettings().set({ speed: 0.5, isLooping: true, isMuted: true, volume: 0.3 });
    expect(openSavedSettings().getState()).toEqual({
      speed: 0.5,
      isLooping: true,
      isMuted: true,
      volume: 0.3,
    });
  });

  it.each([
    "",
    "{",
    "null",
    '{"version":2,"speed":1,"isLooping":true,"isMuted":true,"volume":1}',
    '{"version":1,"speed":9,"isLooping":true,"isMuted":true,"volume":1}',
    '{"version":1,"speed":1,"isLooping":true,"isMuted":true,"volume":7}',
  ])(
    "storage: the saved playback settings are invalid → the initial settings are used (%s)",
    (text) => {
      localStorage.setItem(SETTINGS_KEY, text);
      expect(openSavedSettings().getState()).toEqual(INITIAL_SETTINGS);
    },
  );

  it("follow another tab", () => {
    const settings = openSavedSettings();
    const handleChange = vi.fn();
    settings.subscribe(handleChange);
    const newValue = JSON.stringify({ version: 1, ...INITIAL_SETTINGS, speed: 2 });
    window.dispatchEvent(new StorageEvent("storage", { key: SETTINGS_KEY, newValue }));
    expect(settings.getState().speed).toBe(2);
    expect(handleChange).toHaveBeenCalledOnce();
  });

  it("storage: localStorage is blocked → the settings last until the page is closed", () => {
    const setItem = vi.spyOn(Storage.prototype, "setItem").mockImplementation(() => {
      throw new DOMException("blocked", "SecurityError");
    });
    const settings = openSavedSettings();
    settings.set({ speed: 2 });
    expect(settings.getState().speed).toBe(2);
    setItem.mockRestore();
  });
});
