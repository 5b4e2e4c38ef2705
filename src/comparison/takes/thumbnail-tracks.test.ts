import { describe, expect, test, vi } from "vitest";
import { createThumbnailTracks } from "./thumbnail-tracks.ts";

const picture = (name: string) =>
  ({ name, close: vi.fn() }) as unknown as ImageBitmap & { name: string };

function timing(frameCount: number, frameRate: number) {
  const frameTimes = Array.from({ length: frameCount }, (_, index) => index / frameRate);
  return { frameCount, frameRate, frameTimes, durationS: frameCount / frameRate };
}

describe("the timeline of several takes", () => {
  test("has the highest frame rate and the longest duration, also after a take was dropped", () => {
    const tracks = createThumbnailTracks();
    expect([tracks.frameRate, tracks.frameCount]).toEqual([24, 1]);
    tracks.open("a", timing(30, 10));
    tracks.open("b", timing(20, 20));
    expect([tracks.frameRate, tracks.frameCount]).toEqual([20, 60]);
    tracks.drop("a");
    expect([tracks.frameRate, tracks.frameCount]).toEqual([20, 20]);
  });

  test("has a frame once every take has its own, and never without takes", () => {
    const tracks = createThumbnailTracks();
    expect(tracks.hasFrame(0)).toBe(false);
    tracks.open("a", timing(30, 10));
    tracks.open("b", timing(60, 20));
    tracks.addFrame("b", 2, picture("b2"));
    expect(tracks.hasFrame(2)).toBe(false);
    tracks.addFrame("a", 1, picture("a1"));
    expect([1, 2, 3].map(tracks.hasFrame)).toEqual([false, true, false]);
    expect(tracks.at("a", 2)).toMatchObject({ index: 1, picture: { name: "a1" } });
    expect(tracks.at("a", 0)).toEqual({ index: 0, picture: undefined });
    expect(tracks.at("unknown", 0)).toBeNull();
  });
});

test("a finished take repeats the frame before one that the decoder left out", () => {
  const tracks = createThumbnailTracks();
  tracks.open("a", timing(4, 10));
  expect(tracks.finish("a")).toBe(false);
  tracks.addFrame("a", 1, picture("a1"));
  tracks.addFrame("a", 2, picture("a2"));
  expect(tracks.finish("a")).toBe(true);
  expect([0, 1, 2, 3].map((frame) => tracks.at("a", frame)?.picture)).toMatchObject([
    { name: "a1" },
    { name: "a1" },
    { name: "a2" },
    { name: "a2" },
  ]);
  expect(tracks.finish("unknown")).toBe(false);
});

test("pictures are closed with their take, with the sheet, and at once if their take is gone", () => {
  const tracks = createThumbnailTracks();
  tracks.open("a", timing(4, 10));
  tracks.open("b", timing(4, 10));
  const [dropped, late, kept] = [picture("dropped"), picture("late"), picture("kept")];
  tracks.addFrame("a", 2, dropped);
  tracks.addFrame("b", 2, kept);
  tracks.drop("a");
  tracks.drop("unknown");
  tracks.addFrame("a", 3, late);
  expect([dropped, late, kept].map(({ close }) => vi.mocked(close).mock.calls.length)).toEqual([
    1, 1, 0,
  ]);
  tracks.close();
  expect(kept.close).toHaveBeenCalledOnce();
  expect(tracks.hasFrame(2)).toBe(false);
});
