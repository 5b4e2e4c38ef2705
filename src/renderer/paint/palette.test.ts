import { expect, test } from "vitest";
import { planScene } from "../plan/plan.ts";
import { type ScenePlan, TINTS } from "../plan/scene-plan.ts";
import { luma, type Rgb } from "./color.ts";
import { type Palette, paletteOf, seenAt, seenThrough } from "./palette.ts";

const PLAN: ScenePlan = {
  ...planScene({ prompt: "a meadow", negativePrompt: "" }),
  timeOfDay: "day",
  weather: "clear",
  tint: null,
};
const paletteFor = (plan: Partial<ScenePlan>): Palette => paletteOf({ ...PLAN, ...plan });
const colorfulness = (color: Rgb) => Math.max(...color) - Math.min(...color);

test("the sky is darkest at night, and brighter by day than at sunset", () => {
  const sky = (timeOfDay: ScenePlan["timeOfDay"]) => luma(paletteFor({ timeOfDay }).skyTop);
  expect(sky("night")).toBeLessThan(sky("sunset"));
  expect(sky("sunset")).toBeLessThan(sky("day"));
});

test.each(["rain", "storm", "fog", "snow"] as const)(
  "%s takes the colour out of the sky",
  (weather) => {
    const clear = paletteFor({});
    const covered = paletteFor({ weather });
    for (const part of ["skyTop", "skyMiddle"] as const) {
      expect(colorfulness(covered[part])).toBeLessThan(colorfulness(clear[part]) / 1.4);
    }
    expect(covered.disc).toEqual(clear.disc);
    expect(covered.lamp).toEqual(clear.lamp);
  },
);

test("a storm is darker than rain, and rain darker than fog, at any time of day", () => {
  for (const timeOfDay of ["dawn", "day", "sunset"] as const) {
    const [storm = 0, rain = 0, fog = 0] = (["storm", "rain", "fog"] as const).map((weather) =>
      luma(paletteFor({ timeOfDay, weather }).skyTop),
    );
    expect(storm).toBeLessThan(rain);
    expect(rain).toBeLessThan(fog);
  }
  const lights = (["storm", "rain", "fog", "clear"] as const).map((weather) =>
    luma(paletteFor({ weather }).light),
  );
  expect(lights).toEqual(lights.toSorted((left, right) => left - right));
});

test("clouds are darker at night than at sunset, and darker at sunset than by day", () => {
  const sky = (timeOfDay: ScenePlan["timeOfDay"]) =>
    luma(paletteFor({ timeOfDay, weather: "fog" }).skyTop);
  expect(sky("night")).toBeLessThan(sky("sunset") - 30);
  expect(sky("sunset")).toBeLessThan(sky("day") - 20);
});

test("snow reflects cold light, even at night", () => {
  const clear = paletteFor({ timeOfDay: "night" }).light;
  const snow = paletteFor({ timeOfDay: "night", weather: "snow" }).light;
  expect(luma(snow)).toBeGreaterThan(1.5 * luma(clear));
  expect(snow[2]).toBeGreaterThan(snow[0]);
});

test.each(TINTS)(
  "a tint of %s takes out the colour that it lacks, and keeps the brightness",
  (tint) => {
    const plain = paletteFor({ weather: "fog" });
    const tinted = paletteFor({ weather: "fog", tint });
    const missing = {
      red: 2,
      orange: 2,
      gold: 2,
      green: 0,
      teal: 0,
      blue: 0,
      violet: 1,
      pink: 1,
    } as const;
    for (const part of ["skyTop", "skyMiddle", "horizon", "haze", "dark"] as const) {
      expect(luma(tinted[part])).toBeCloseTo(luma(plain[part]), 5);
      expect(tinted[part][missing[tint]]).toBeLessThan(plain[part][missing[tint]]);
    }
    expect(tinted.light).toEqual(plain.light);
  },
);

test("two prompts have slightly different light, the same prompt always the same", () => {
  expect(paletteFor({ seed: 1 })).toEqual(paletteFor({ seed: 1 }));
  const [one, other] = [paletteFor({ seed: 1 }).haze, paletteFor({ seed: 2 }).haze];
  expect(one).not.toEqual(other);
  for (const channel of [0, 1, 2] as const) {
    expect(Math.abs(one[channel] - other[channel])).toBeLessThan(20);
  }
});

test("near things are lit by the time of day, and far things fade into haze", () => {
  const palette = paletteFor({ timeOfDay: "sunset" });
  const color: Rgb = [100, 150, 200];
  const lit = color.map((part, index) => part * (palette.light[index] ?? 0));
  expect(seenAt(palette, color, 1)).toEqual(lit);
  expect(seenAt(palette, color, 0)).toEqual(palette.haze);
  const away = (depth: number) => Math.abs(seenAt(palette, color, depth)[0] - palette.haze[0]);
  expect(away(0.2)).toBeLessThan(away(0.5));
  expect(away(0.5)).toBeLessThan(away(0.9));
});

test("more haze hides more, but never more than everything", () => {
  const palette = paletteFor({});
  const black: Rgb = [0, 0, 0];
  const seen = (haze: number) => seenThrough(palette, black, { depth: 0.5, haze })[0];
  expect(seen(0)).toBe(0);
  expect(seen(0.5)).toBeLessThan(seen(1));
  expect(seen(1)).toBe(seenAt(palette, black, 0.5)[0]);
  expect(seen(99)).toBe(palette.haze[0]);
});
