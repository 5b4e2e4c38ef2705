/** What the weather does to the ground. */
import { hex, mix, type Rgb } from "../color.ts";
import { seenAt } from "../palette.ts";
import type { Stage } from "../stage.ts";

const SNOW = hex("#eef3fa");

/** The colour of the ground: white under snow, darker in the wet. */
export function groundColor(stage: Stage, color: Rgb, cover = 0.92): Rgb {
  const { weather } = stage.plan;
  if (weather === "snow") return mix(color, SNOW, cover);
  return weather === "rain" || weather === "storm" ? mix(color, [40, 52, 62], 0.25) : color;
}

/** Snow that lies on trees and roofs, in the light of the picture; null when there is none. */
export function snowOn(stage: Stage, depth: number): Rgb | null {
  if (stage.plan.weather !== "snow") return null;
  return seenAt(stage.palette, SNOW, depth, 0.8);
}
