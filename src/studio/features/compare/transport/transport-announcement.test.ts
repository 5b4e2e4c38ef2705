import { describe, expect, it } from "vitest";
import type { ComparisonState } from "#comparison/engine/comparison.ts";
import { createFakeComparison } from "#comparison/testing/fake-comparison.ts";
import { announcementOf } from "./transport-announcement.ts";

const names = { left: "Standard", right: "Pro" };
const before: ComparisonState = createFakeComparison({ state: { frame: 48 } }).getState();

function announcement(change: Partial<ComparisonState>, from: Partial<ComparisonState> = {}) {
  return announcementOf({ ...before, ...from }, { ...before, ...from, ...change }, names);
}

describe("announcements for screen readers", () => {
  it.each<[string, Partial<ComparisonState>]>([
    ["Playing", { isPlaying: true }],
    ["Frame 50 of 120", { frame: 49 }],
    ["Speed 0.25×", { speed: 0.25 }],
    ["Loop on", { isLooping: true }],
    ["Loop from 1.00 s to 2.00 s", { region: { startFrame: 24, endFrame: 48 }, isLooping: true }],
    ["Pro: 1 frame later", { offsetFrames: 1 }],
    ["Pro: 3 frames earlier", { offsetFrames: -3 }],
    ["Sound: Pro", { audible: "right" }],
    ["Sound off", { audible: "none" }],
  ])("report %s", (expected, change) => {
    expect(announcement(change)).toBe(expected);
  });

  it("report where playback stopped, and that marks were cleared", () => {
    expect(announcement({ isPlaying: false, frame: 60 }, { isPlaying: true })).toBe(
      "Paused, frame 61 of 120",
    );
    expect(announcement({ region: null }, { region: { startFrame: 1, endFrame: 2 } })).toBe(
      "Loop marks cleared",
    );
  });

  it("do not report frames during playback", () => {
    expect(announcement({ frame: 49, droppedFrames: 2 }, { isPlaying: true })).toBeNull();
  });
});
