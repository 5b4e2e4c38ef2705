/** The colours of a picture: by time of day, dimmed by weather, tinted by a named colour. */

import { between, randomFor } from "../plan/prng.ts";
import type { ScenePlan, TimeOfDay, Tint, Weather } from "../plan/scene-plan.ts";
import { hex, luma, mix, type Rgb, shade } from "./color.ts";

export interface Palette {
  readonly skyTop: Rgb;
  readonly skyMiddle: Rgb;
  readonly horizon: Rgb;
  /** Disc of the sun or moon. */
  readonly disc: Rgb;
  /** Colour that distant things fade into. */
  readonly haze: Rgb;
  /** Factors for the colour of lit things; 1 changes nothing. */
  readonly light: Rgb;
  /** Colour of the nearest silhouettes. */
  readonly dark: Rgb;
  /** Colour of lamps and windows. */
  readonly lamp: Rgb;
}

const BASE: Readonly<Record<TimeOfDay, Palette>> = {
  dawn: {
    skyTop: hex("#41548c"),
    skyMiddle: hex("#b592b4"),
    horizon: hex("#ffd2ac"),
    disc: hex("#fff1d6"),
    haze: hex("#e8bfb4"),
    light: [0.92, 0.78, 0.78],
    dark: hex("#1c2036"),
    lamp: hex("#ffce8a"),
  },
  day: {
    skyTop: hex("#2673bd"),
    skyMiddle: hex("#6fb0e0"),
    horizon: hex("#dceff4"),
    disc: hex("#fffdf0"),
    haze: hex("#c3dde8"),
    light: [1, 0.98, 0.93],
    dark: hex("#16302f"),
    lamp: hex("#ffe9b8"),
  },
  sunset: {
    skyTop: hex("#2b2659"),
    skyMiddle: hex("#bd4f70"),
    horizon: hex("#ffb765"),
    disc: hex("#fff0c4"),
    haze: hex("#f09c74"),
    light: [0.88, 0.6, 0.52],
    dark: hex("#1a1028"),
    lamp: hex("#ffc873"),
  },
  night: {
    skyTop: hex("#060b20"),
    skyMiddle: hex("#13264f"),
    horizon: hex("#36588a"),
    disc: hex("#eef4ff"),
    haze: hex("#2c4570"),
    light: [0.24, 0.32, 0.5],
    dark: hex("#04070f"),
    lamp: hex("#ffc56b"),
  },
};

const OVERCAST: Readonly<Record<Weather, { color: Rgb; share: number; light: number }>> = {
  clear: { color: hex("#808080"), share: 0, light: 1 },
  rain: { color: hex("#66727e"), share: 0.62, light: 0.78 },
  storm: { color: hex("#3a434f"), share: 0.78, light: 0.6 },
  snow: { color: hex("#c3d1e0"), share: 0.74, light: 0.98 },
  fog: { color: hex("#bcc4c8"), share: 0.6, light: 0.85 },
};

/** Light reflected by snow, even at night. */
const SNOW_LIGHT: Rgb = [0.8, 0.9, 1];

const TINT_COLORS: Readonly<Record<Tint, Rgb>> = {
  red: hex("#e0453a"),
  orange: hex("#f0863a"),
  gold: hex("#f2bd4b"),
  green: hex("#58b368"),
  teal: hex("#37b3ad"),
  blue: hex("#3f7fe0"),
  violet: hex("#8d5be0"),
  pink: hex("#f08cb4"),
};

/** The palette of a plan. */
export function paletteOf(plan: ScenePlan): Palette {
  const base = BASE[plan.timeOfDay];
  const cover = OVERCAST[plan.weather];
  const isSnowy = plan.weather === "snow";
  const night = plan.timeOfDay === "night" ? 0.3 : plan.timeOfDay === "sunset" ? 0.8 : 1;
  const gray = shade(cover.color, night);
  const random = randomFor(plan.seed, "palette");
  // Every prompt gets slightly different light.
  const own: Rgb = [between(random, 90, 200), between(random, 80, 130), between(random, 110, 220)];
  const change = (color: Rgb, amount: number): Rgb => {
    const overcast = mix(color, gray, cover.share * amount);
    // Snow light is always cold.
    const tinted = tintTowards(overcast, own, isSnowy ? 0.03 : 0.1);
    return plan.tint === null ? tinted : tintTowards(tinted, TINT_COLORS[plan.tint], 0.34);
  };
  return {
    skyTop: change(base.skyTop, 1),
    skyMiddle: change(base.skyMiddle, 1),
    horizon: change(base.horizon, 0.9),
    disc: base.disc,
    haze: change(base.haze, 0.95),
    light: shade(isSnowy ? mix(base.light, SNOW_LIGHT, 0.5) : base.light, cover.light),
    dark: change(base.dark, 0.25),
    lamp: base.lamp,
  };
}

/** The colour of a thing at a depth: lit by the time of day, and hazy when it is far (depth near 0). */
export function seenAt(palette: Palette, color: Rgb, depth: number): Rgb {
  return seenThrough(palette, color, { depth, haze: 1 });
}

/** Like {@link seenAt}, through more (above 1) or less haze than usual. */
export function seenThrough(
  palette: Palette,
  color: Rgb,
  { depth, haze }: { depth: number; haze: number },
): Rgb {
  const { light } = palette;
  const lighted: Rgb = [color[0] * light[0], color[1] * light[1], color[2] * light[2]];
  return mix(lighted, palette.haze, Math.min(1, (1 - depth) ** 1.5 * haze));
}

/** Tints a colour without changing its brightness. */
function tintTowards(color: Rgb, towards: Rgb, share: number): Rgb {
  return mix(color, shade(towards, luma(color) / Math.max(1, luma(towards))), share);
}
