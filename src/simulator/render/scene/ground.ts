/** What the weather does to the ground. */
import { hex, mix, type Rgb } from "./color.ts";
import type { Stage } from "./stage.ts";

const SNOW = hex("#eef3fa");

/** The colour of the ground: white under snow, darker in the wet. */
export function groundColor(stage: Stage, color: Rgb, cover = 0.82): Rgb {
  const { weather } = stage.plan;
  if (weather === "snow") return mix(color, SNOW, cover);
  return weather === "rain" || weather === "storm" ? mix(color, [40, 52, 62], 0.25) : color;
}
