import { expect, it } from "vitest";
import { clockSettingsOf, spanOf } from "./clock-settings.ts";

it("plays the region, or the whole timeline, with its last frame", () => {
  expect(spanOf({ region: null, frameCount: 120 })).toEqual({ start: 0, end: 120 });
  expect(spanOf({ region: { startFrame: 24, endFrame: 47 }, frameCount: 120 })).toEqual({
    start: 24,
    end: 48,
  });
});

it("plays as many frames a millisecond as rate and speed say", () => {
  const timing = { frameRate: 24, frameCount: 120, speed: 0.5, isLooping: true, region: null };
  expect(clockSettingsOf(timing)).toEqual({
    framesPerMs: 0.012,
    span: { start: 0, end: 120 },
    isLooping: true,
  });
});
