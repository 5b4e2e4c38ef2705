import { describe, expect, it } from "vitest";
import { parseCompareAddress } from "#comparison/link/compare-address.ts";
import { createFakeComparison } from "#comparison/testing/fake-comparison.ts";
import {
  createSettings,
  INITIAL_SETTINGS,
} from "#studio/ui/playback/settings/playback-settings.ts";
import { applySettings, followSettings } from "./play-settings.ts";

const namedIn = (search: string) => parseCompareAddress(search).isSpecified;
const OWN = { speed: 0.5, isLooping: true, isMuted: true, volume: 0.4 };

describe("playback settings of a comparison", () => {
  it("are those that the creator last chose, here or in the player", () => {
    const comparison = createFakeComparison();
    applySettings(comparison, namedIn("left=a&right=b"), createSettings(OWN));
    expect(comparison.getState()).toMatchObject({ speed: 0.5, isLooping: true, audible: "none" });
  });

  it("are those in the address", () => {
    const comparison = createFakeComparison({ state: { speed: 2, audible: "right" } });
    applySettings(comparison, namedIn("speed=2&loop=0&hear=right"), createSettings(OWN));
    expect(comparison.getState()).toMatchObject({ speed: 2, isLooping: false, audible: "right" });
  });

  it("are kept for the next clip, except for the loop of a marked region", () => {
    const comparison = createFakeComparison();
    const settings = createSettings();
    const stop = followSettings(comparison, settings);
    comparison.setSpeed(0.25);
    comparison.setAudible("none");
    expect(settings.getState()).toEqual({ ...INITIAL_SETTINGS, speed: 0.25, isMuted: true });
    comparison.setRegion({ startFrame: 1, endFrame: 9 });
    comparison.setLooping(true);
    expect(settings.getState().isLooping).toBe(false);
    stop();
    comparison.setSpeed(1);
    expect(settings.getState().speed).toBe(0.25);
  });
});
