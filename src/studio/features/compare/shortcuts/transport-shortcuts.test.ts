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
    ["ArrowRight", 49],
    ["Shift+ArrowLeft", 24],
    ["Shift+ArrowRight", 72],
    ["j", 24],
    ["Home", 0],
    ["End", 119],
  ])("%s leads to frame %i", (key, frame) => {
    press(key);
    expect(comparison.getState().frame).toBe(frame);
  });

  it("J goes back a second and plays on; K stops; L plays, and plays faster", () => {
    press("l", "j");
    expect(comparison.getState()).toMatchObject({ isPlaying: true, frame: 24, speed: 1 });
    press("l");
    expect(comparison.getState()).toMatchObject({ isPlaying: true, speed: 1.5 });
    press("k");
    expect(comparison.getState().isPlaying).toBe(false);
  });

  it("I and O mark what is looped from then on, X forgets it", () => {
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

  it("shifts the right clip, and changes the speed", () => {
    press("}", "}", "{", "[");
    expect(comparison.getState()).toMatchObject({ offsetFrames: 1, speed: 0.75 });
  });

  it("hands on what is not the comparison's own", () => {
    const target = press("m", "f", "?");
    expect(target.toggleSound).toHaveBeenCalledOnce();
    expect(target.toggleFullScreen).toHaveBeenCalledOnce();
    expect(target.openSheet).toHaveBeenCalledOnce();
  });
});

describe("the sheet", () => {
  const listed = shortcutGroups(false).flatMap(({ shortcuts }) => shortcuts);

  it("lists every key, of the stage too, and none for two things", () => {
    expect(listed).toEqual(expect.arrayContaining([...table]));
    const keys = listed.flatMap((shortcut) => shortcut.keys);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it("leaves out the sound where nothing may be heard", () => {
    const silent = shortcutGroups(true).flatMap(({ shortcuts }) => shortcuts);
    expect(listed.length - silent.length).toBe(1);
    expect(silent).not.toContain(TRANSPORT_SHORTCUTS.sound);
  });
});
