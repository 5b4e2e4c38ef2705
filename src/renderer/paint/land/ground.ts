/** Effects of the weather on the ground. */
import { hex, mix, type Rgb } from "../color.ts";
import { seenThrough } from "../palette.ts";
import type { Stage } from "../stage.ts";

const SNOW = hex("#eef3fa");

/** Colour of the ground: white under snow, darker when wet. */
export function groundColor(stage: Stage, color: Rgb, cover = 0.92): Rgb {
  const { weather } = stage.plan;
  if (weather === "snow") return mix(color, SNOW, cover);
  return weather === "rain" || weather === "storm" ? mix(color, [40, 52, 62], 0.25) : color;
}

/** Colour of snow on trees and roofs in the picture's light, or null without snow. */
export function snowOn(stage: Stage, depth: number): Rgb | null {
  if (stage.plan.weather !== "snow") return null;
  return seenThrough(stage.palette, SNOW, { depth, haze: 0.8 });
}
