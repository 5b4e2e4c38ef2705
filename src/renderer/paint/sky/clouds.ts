/** Drifting clouds, painted at low resolution because they have no sharp edges. */
import { mix, smoothstep } from "../color.ts";
import { createNoise } from "../noise.ts";
import { paintRaster } from "../raster.ts";
import { type Layer, paintLayer, type Stage } from "../stage.ts";
import type { SkyLight } from "./sky.ts";

/** A bank of clouds above a horizon (share of the frame's height). */
export function paintClouds(stage: Stage, light: SkyLight, horizon: number): Layer {
  const { plan, palette, width, height, padY, unit } = stage;
  const isHeavy = plan.weather !== "clear";
  const isNight = plan.timeOfDay === "night";
  const bottom = height * (horizon + 0.02);
  const noise = createNoise(stage.random("clouds"));
  const random = stage.random("cloud-cover");
  const sparse = isHeavy ? -0.36 + random() * 0.08 : 0.02 + random() * 0.12;
  const soft = isHeavy ? 0.5 : 0.26;
  const bright = isHeavy
    ? mix(mix(palette.disc, palette.horizon, 0.8), palette.skyMiddle, 0.38)
    : mix(palette.disc, palette.horizon, isNight ? 0.82 : 0.3);
  const dim = mix(palette.skyMiddle, palette.haze, isHeavy ? 0.25 : 0.5);
  const octaves = stage.isPro ? 6 : 5;
  const speed = unit * (plan.weather === "storm" ? 0.9 : 0.42) * plan.pace;
  return paintLayer(
    stage,
    { depth: 0.04, bottom, drift: ({ seconds }) => ({ x: (seconds - 2.5) * speed, y: 0 }) },
    (context) => {
      const area = { top: -padY, bottom, pointSize: stage.isPro ? 3 : 4 };
      paintRaster({ context, stage }, area, (x, y, point) => {
        // Clouds look smaller and flatter towards the horizon.
        const up = Math.max(0, 1 - y / bottom);
        const near = 0.26 + 0.74 * up;
        const u = (x - width / 2) / (unit * 36 * near) + 50;
        const v = Math.log(near) * 7 + 3;
        const here = noise.fbm(u, v, octaves);
        const density = smoothstep(sparse, sparse + soft, here);
        if (density <= 0.005) return;
        // Lit from above and from the light's side: compare with the density a step in that direction.
        const towards = Math.tanh((light.x - x) / (unit * 20)) * 0.1;
        const there = noise.fbm(u + towards, v + 0.16, 3);
        const lightness = smoothstep(-0.25, 0.3, (here - there) * 1.6 - (density - 0.6) * 0.25);
        point.color = mix(dim, bright, lightness);
        point.alpha = density * smoothstep(0, 0.14, up) * (isHeavy ? 0.9 : 0.88);
      });
    },
  );
}
