import { describe, expect, test } from "vitest";
import { SCENE_NAMES, SUBJECTS } from "../plan/scene-plan.ts";
import { difference, smallPicture } from "../testing/small-picture.ts";

describe.each(SCENE_NAMES)("%s", (scene) => {
  test.each(["16:9", "9:16", "1:1"] as const)("fills a frame of %s, and moves", (ratio) => {
    const frame = smallPicture(`a ${scene}, pan right`, { ratio });
    const first = frame(0);
    // Luma below 16 is outside the limited range, so nothing was painted there.
    const luma = first.subarray(0, (first.length * 2) / 3);
    expect(luma.every((sample) => sample >= 14)).toBe(true);
    expect(Math.max(...luma) - Math.min(...luma)).toBeGreaterThan(60);
    expect(difference(first, frame(5))).toBeGreaterThan(0.5);
  });

  test("pro shows the same picture in finer detail", () => {
    const std = smallPicture(`a ${scene}, static`)(1);
    const pro = smallPicture(`a ${scene}, static`, { isPro: true })(1);
    expect(difference(std, pro)).toBeGreaterThan(0.1);
    expect(difference(std, pro)).toBeLessThan(22);
  });

  test("a static camera moves less than a panning one", () => {
    const moved = (camera: string) => {
      const frame = smallPicture(`a ${scene}, ${camera}`);
      return difference(frame(0.4), frame(4.6));
    };
    expect(moved("static")).toBeLessThan(moved("fast pan right"));
  });
});

test.each(SUBJECTS)("a %s is visible, and removed by a negative prompt", (subject) => {
  // Fish only appear in the sea.
  const prompt = `a ${subject} ${subject === "fish" ? "in the sea" : "in the mountains"}, static`;
  const there = smallPicture(prompt)(1);
  const gone = smallPicture(prompt, { negative: subject })(1);
  expect(difference(there, gone)).toBeGreaterThan(0.3);
});

test.each([
  ["the sea in the rain, static", "rain"],
  ["a city in a storm, static", "storm, lightning"],
  ["a forest in the snow, static", "snow"],
  ["a sunny meadow with clouds, static", "clouds"],
  ["a forest in mist, static", "mist"],
  ["a boat on the sea, static", "boat"],
  ["stars over the desert at night, static", "stars"],
  ["northern lights over the mountains, static", "aurora, northern lights"],
  ["cherry blossom petals in a garden, static", "petals, blossom, sakura"],
  ["fireflies over a field at night, static", "fireflies"],
  ["birches in the snow, static", "birch"],
  ["a castle in the mountains, static", "castle"],
  ["a woman with an umbrella in the rain in the city, static", "umbrella"],
])("%s: a negative prompt of %s changes the picture", (prompt, negative) => {
  const frame = smallPicture(prompt)(1);
  expect(difference(frame, smallPicture(prompt, { negative })(1))).toBeGreaterThan(0.05);
});

test("every camera move looks different", () => {
  const ends = [
    "pan left",
    "pan right",
    "tilt up",
    "tilt down",
    "dolly-in",
    "pull-back",
    "orbit",
    "crane",
    "handheld",
    "static",
  ].map((camera) => {
    // Only the camera words differ, although they also change the seed.
    const frame = smallPicture(`a desert, ${camera}`);
    return difference(frame(0), frame(5));
  });
  expect(new Set(ends.map((value) => value.toFixed(3))).size).toBe(ends.length);
});

test("a named colour tints the whole picture", () => {
  const chroma = (prompt: string) => {
    const frame = smallPicture(prompt)(0);
    const v = frame.subarray((frame.length * 5) / 6);
    return v.reduce((sum, sample) => sum + sample, 0) / v.length;
  };
  expect(chroma("a red meadow at day")).toBeGreaterThan(chroma("a green meadow at day"));
});

test("snow makes a scene whiter", () => {
  const brightness = (prompt: string) => {
    const luma = smallPicture(prompt)(1).subarray(0, 320 * 180);
    return luma.reduce((sum, sample) => sum + sample, 0) / luma.length;
  };
  for (const place of ["a forest", "a meadow", "the mountains"])
    expect(brightness(`${place} in fresh snow at noon`)).toBeGreaterThan(
      brightness(`${place} at noon`) + 8,
    );
});

test("frames can be painted in any order", () => {
  const frame = smallPicture("a campfire in the snow, dolly-in");
  const second = frame(2);
  frame(4);
  expect(difference(frame(2), second)).toBe(0);
});
