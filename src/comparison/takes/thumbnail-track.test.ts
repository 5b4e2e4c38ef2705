import fc from "fast-check";
import { expect, test } from "vitest";
import { SHEET_BYTES, thumbnailSize, trackFrameAt } from "./thumbnail-track.ts";

test("scales frames to their share of the memory, in the clip's aspect ratio", () => {
  fc.assert(
    fc.property(
      fc.constantFrom([1920, 1080], [1280, 720], [720, 1280], [960, 960]),
      fc.constantFrom(120, 240),
      fc.integer({ min: 2, max: 8 }),
      ([clipWidth = 0, clipHeight = 0], frameCount, takes) => {
        const bytes = (256 * 1024 * 1024) / takes;
        const clip = { width: clipWidth, height: clipHeight, frameCount };
        const { width, height } = thumbnailSize(clip, bytes);
        // The height is rounded to whole pixels.
        expect(width * (height - 1) * 4 * frameCount).toBeLessThanOrEqual(bytes);
        expect(width).toBeGreaterThanOrEqual(96);
        expect(width).toBeLessThanOrEqual(480);
        expect(Math.abs(height - (width * clipHeight) / clipWidth)).toBeLessThanOrEqual(0.5);
      },
    ),
  );
});

test("eight takes of ten seconds in full HD share 256 MB", () => {
  const clip = { width: 1920, height: 1080, frameCount: 240 };
  expect(thumbnailSize(clip, SHEET_BYTES / 8)).toEqual({ width: 249, height: 140 });
});

test("does not enlarge a small clip", () => {
  expect(thumbnailSize({ width: 64, height: 36, frameCount: 10 }, 1e9)).toEqual({
    width: 64,
    height: 36,
  });
});

test("shows the last frame that has started", () => {
  const facts = { frameTimes: [0, 0.1, 0.2], frameRate: 10, frameCount: 3, durationS: 0.3 };
  const times = [-1, 0, 0.05, 0.1, 0.25, 9];
  expect(times.map((time) => trackFrameAt(facts, time))).toEqual([0, 0, 0, 1, 2, 2]);
});
