/** The sky: a gradient without banding, the glow and the disc of the sun or moon. */

import { emptyPlane, measureCover, toYuv } from "../../compose/planes.ts";
import { between } from "../../plan/prng.ts";
import { mix, type Rgb, smoothstep } from "../color.ts";
import { grain } from "../raster.ts";
import type { Layer, Stage } from "../stage.ts";

/** Position of the light in frame pixels and size of its disc; `disc` is 0 when it is hidden. */
export interface SkyLight {
  x: number;
  y: number;
  radius: number;
  disc: number;
  /** Strength of the glow. */
  glow: number;
}

/** The plan's light above a horizon (share of the frame's height). */
export function skyLight(stage: Stage, horizon: number): SkyLight {
  const { plan, width, height, unit } = stage;
  const random = stage.random("light");
  const side = random() < 0.5 ? between(random, 0.24, 0.4) : between(random, 0.6, 0.76);
  const isLow = plan.timeOfDay === "dawn" || plan.timeOfDay === "sunset";
  const lift = isLow ? between(random, 0.1, 0.2) : between(random, 0.55, 0.72);
  const shows = stage.has("sun") || stage.has("moon");
  return {
    x: width * side,
    y: height * horizon * (1 - lift),
    radius: unit * (plan.timeOfDay === "night" ? 4.2 : isLow ? 5.2 : 3.6),
    disc: shows ? 1 : 0,
    glow:
      plan.weather === "clear" ? (plan.timeOfDay === "night" ? (shows ? 0.4 : 0.1) : 0.85) : 0.22,
  };
}

/** Paints the sky down to slightly below the horizon (share of the frame's height). */
export function paintSky(stage: Stage, light: SkyLight, horizon: number): Layer {
  const { palette, padX, padY, width, height, unit } = stage;
  const fullWidth = width + 2 * padX;
  const fullHeight = Math.min(
    height + 2 * padY,
    2 * Math.ceil((height * (horizon + 0.14) + padY) / 2),
  );
  const y = emptyPlane(fullWidth, fullHeight);
  const u = emptyPlane(fullWidth / 2, fullHeight / 2);
  const v = emptyPlane(fullWidth / 2, fullHeight / 2);
  const disc = toYuv(...palette.disc);
  const glow = toYuv(...mix(palette.disc, palette.horizon, 0.45));
  const isMoon = stage.has("moon");
  const reach = (unit * (isMoon ? 16 : 34)) ** 2;
  for (let row = 0; row < fullHeight; row += 1) {
    const base = toYuv(...gradientAt(palette, (row - padY) / (height * horizon)));
    const dy = row - padY - light.y;
    const isChromaRow = (row & 1) === 0;
    for (let column = 0; column < fullWidth; column += 1) {
      const dx = column - padX - light.x;
      const squared = dx * dx + dy * dy;
      const falloff = 1 / (1 + squared / reach);
      const share = light.glow * falloff * falloff;
      let face = 0;
      if (light.disc > 0 && squared < (light.radius + 2) ** 2) {
        face = smoothstep(light.radius + 1, light.radius - 1, Math.sqrt(squared));
        if (isMoon) face *= 1 - 0.16 * moonShade(dx / light.radius, dy / light.radius);
      }
      const noise = grain(column, row) + 0.5;
      const at = (row * y.stride + column) * 2;
      y.pairs[at + 1] = 255;
      y.pairs[at] = lerp(lerp(base[0], glow[0], share), disc[0], face) + noise;
      if (isChromaRow && (column & 1) === 0) {
        const half = ((row >> 1) * u.stride + (column >> 1)) * 2;
        u.pairs[half + 1] = v.pairs[half + 1] = 255;
        u.pairs[half] = lerp(lerp(base[1], glow[1], share), disc[1], face) + noise;
        v.pairs[half] = lerp(lerp(base[2], glow[2], share), disc[2], face) + noise;
      }
    }
  }
  for (const plane of [y, u, v]) measureCover(plane);
  const image = { width: fullWidth, height: fullHeight, y, u, v };
  return { kind: "layer", image, left: -padX, top: -padY, depth: 0 };
}

/** Sky colour at a height: 0 is the top of the frame, 1 the horizon. */
export function gradientAt(palette: Stage["palette"], at: number): Rgb {
  const t = Math.min(1, Math.max(0, at));
  const upper = mix(palette.skyTop, palette.skyMiddle, smoothstep(0, 0.72, t));
  return mix(upper, palette.horizon, smoothstep(0.38, 1, t));
}

function lerp(from: number, to: number, share: number): number {
  return from + (to - from) * share;
}

/** The dark areas of the moon, as soft spots. */
function moonShade(x: number, y: number): number {
  const spot = (cx: number, cy: number, r: number) =>
    Math.max(0, 1 - ((x - cx) ** 2 + (y - cy) ** 2) / (r * r));
  return spot(-0.25, -0.3, 0.5) + spot(0.3, 0.05, 0.42) + spot(-0.15, 0.4, 0.36);
}
