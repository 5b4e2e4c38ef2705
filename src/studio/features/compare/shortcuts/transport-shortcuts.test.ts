import { beforeEach, describe, expect, it, vi } from "vitest";
import { createFakeComparison, type FakeComparison } from "#comparison/testing/fake-comparison.ts";
import { findShortcut, type Shortcut } from "#studio/ui/shortcuts/shortcut.ts";
import { shortcutGroups } from "./shortcut-groups.ts";
import { TRANSPORT_SHORTCUTS, type TransportTarget } from "./transport-shortcuts.ts";

const table: readonly Shortcut<TransportTarget>[] = Object.values(TRANSPORT_SHORTCUTS);

let comparison: FakeComparison;
beforeEach(() => {
  comparison = createFakeComparison({ state: { frame: 48 } });
});

function press(...keys: string[]) {
  const target = {
    comparison,
    toggleSound: vi.fn(),
    toggleFullScreen: vi.fn(),
    openSheet: vi.fn(),
  };
  for (const key of keys) findShortcut(table, key)?.press(target);
  return target;
}

describe("the keys of the transport", () => {
  it.each([
    [",", 47],
    ["ArrowLeft", 47],
    [".", 49],
    ["ArrowRight", 49],
    ["Shift+ArrowLeft", 24],
    ["Shift+ArrowRight", 72],
    ["j", 24],
    ["Home", 0],
    ["End", 119],
  ])("%s moves to frame %i", (key, frame) => {
    press(key);
    expect(comparison.getState().frame).toBe(frame);
  });

  it("J goes back a second and keeps playing; K pauses; L plays, then plays faster", () => {
    press("l", "j");
    expect(comparison.getState()).toMatchObject({ isPlaying: true, frame: 24, speed: 1 });
    press("l");
    expect(comparison.getState()).toMatchObject({ isPlaying: true, speed: 1.5 });
    press("k");
    expect(comparison.getState().isPlaying).toBe(false);
  });

  it("J goes back no further than to the first frame", () => {
    comparison.set({ frame: 10 });
    press("j");
    expect(comparison.getState().frame).toBe(0);
  });

  it("Space plays and pauses", () => {
    press(" ");
    expect(comparison.getState().isPlaying).toBe(true);
    press(" ");
    expect(comparison.getState().isPlaying).toBe(false);
  });

  it.each([
    ["[", 0.75],
    ["<", 0.75],
    ["]", 1.5],
    [">", 1.5],
  ])("%s changes the speed to %d", (key, speed) => {
    press(key);
    expect(comparison.getState().speed).toBe(speed);
  });

  it("moves on while a key that steps is held, and only then", () => {
    const repeated = table.filter(({ repeats }) => repeats).flatMap(({ keys }) => keys);
    const steps = ["j", ",", ".", "ArrowLeft", "ArrowRight", "Shift+ArrowLeft", "Shift+ArrowRight"];
    expect(new Set(repeated)).toEqual(new Set([...steps, "{", "}"]));
  });

  it("sets no mark before there are frames", () => {
    comparison.set({ isReady: false });
    press("i");
    expect(comparison.getState()).toMatchObject({ region: null, isLooping: false });
  });

  it("I and O mark the loop region; X clears it", () => {
    press("i", "Shift+ArrowRight", "o");
    expect(comparison.getState()).toMatchObject({
      region: { startFrame: 48, endFrame: 72 },
      isLooping: true,
    });
    press("x");
    expect(comparison.getState()).toMatchObject({ region: null, isLooping: true });
    press("r");
    expect(comparison.getState().isLooping).toBe(false);
  });

  it("changes the offset of the right clip, and the speed", () => {
    press("}", "}", "{", "[");
    expect(comparison.getState()).toMatchObject({ offsetFrames: 1, speed: 0.75 });
  });

  it("M toggles the sound, F toggles full screen, and ? opens the list of shortcuts", () => {
    const target = press("m", "f", "?");
    expect(target.toggleSound).toHaveBeenCalledOnce();
    expect(target.toggleFullScreen).toHaveBeenCalledOnce();
    expect(target.openSheet).toHaveBeenCalledOnce();
  });
});

describe("the list of shortcuts", () => {
  const listed = shortcutGroups(false).flatMap(({ shortcuts }) => shortcuts);

  it("contains every key, also of the stage, each with one meaning", () => {
    expect(listed).toEqual(expect.arrayContaining([...table]));
    const keys = listed.flatMap((shortcut) => shortcut.keys);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it("omits the sound keys in a comparison without sound", () => {
    const silent = shortcutGroups(true).flatMap(({ shortcuts }) => shortcuts);
    expect(listed.length - silent.length).toBe(1);
    expect(silent).not.toContain(TRANSPORT_SHORTCUTS.sound);
  });
});
