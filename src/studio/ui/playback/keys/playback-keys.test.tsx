import { describe, expect, it, vi } from "vitest";
import { createPlayback } from "#studio/ui/playback/playback.ts";
import { IDLE_PLAYBACK } from "#studio/ui/playback/playback-state.ts";
import { type PlaybackKeyTarget, pressPlaybackKey } from "./playback-keys.ts";

function target(change: Partial<PlaybackKeyTarget> = {}) {
  const playback = {
    ...createPlayback(null),
    toggle: vi.fn(),
    step: vi.fn(),
    skip: vi.fn(),
    goToFrame: vi.fn(),
    setMuted: vi.fn(),
  };
  const toggleFullScreen = vi.fn();
  return { playback, state: IDLE_PLAYBACK, hasSound: true, toggleFullScreen, ...change };
}

describe("the keys", () => {
  it.each([
    [" ", "toggle", []],
    ["K", "toggle", []],
    [".", "step", [1]],
    [",", "step", [-1]],
    ["j", "skip", [-1]],
    ["ArrowRight", "skip", [1]],
    ["Home", "goToFrame", [0]],
    ["m", "setMuted", [true]],
  ] as const)("%s calls %s", (key, method, values) => {
    const on = target();
    expect(pressPlaybackKey(new KeyboardEvent("keydown", { key }), on)).toBe(true);
    expect(on.playback[method]).toHaveBeenCalledExactlyOnceWith(...values);
  });

  it("ignores other keys and the browser's own combinations", () => {
    for (const init of [{ key: "x" }, { key: "l", ctrlKey: true }, { key: "f", metaKey: true }]) {
      expect(pressPlaybackKey(new KeyboardEvent("keydown", init), target())).toBe(false);
    }
  });

  it("ignores M without sound and F without full-screen support", () => {
    const on = target({ hasSound: false, toggleFullScreen: undefined });
    expect(pressPlaybackKey(new KeyboardEvent("keydown", { key: "m" }), on)).toBe(false);
    expect(pressPlaybackKey(new KeyboardEvent("keydown", { key: "f" }), on)).toBe(false);
  });
});
