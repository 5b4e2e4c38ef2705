/** Clouds that drift: painted small and drawn large, since they have no sharp edges. */
import { createCanvas } from "@napi-rs/canvas";
import { mix, type Rgb, smoothstep } from "./color.ts";
import { createNoise, fbm } from "./noise.ts";
import type { SkyLight } from "./sky.ts";
import { type Layer, paintLayer, type Stage } from "./stage.ts";

/** A bank of clouds above a horizon (share of the frame's height). */
export function paintClouds(stage: Stage, light: SkyLight, horizon: number): Layer {
  const { plan, palette, width, height, padX, padY, unit } = stage;
  const isHeavy = plan.weather !== "clear";
  const coarse = stage.isPro ? 3 : 4;
  const columns = Math.ceil((width + 2 * padX) / coarse);
  const bottom = height * (horizon + 0.02);
  const rows = Math.ceil((bottom + padY) / coarse);
  const noise = createNoise(stage.random("clouds"));
  const random = stage.random("cloud-cover");
  const sparse = isHeavy ? -0.34 + random() * 0.08 : 0.06 + random() * 0.1;
  const bright = mix(
    palette.disc,
    palette.horizon,
    isHeavy ? 0.75 : plan.timeOfDay === "night" ? 0.8 : 0.32,
  );
  const dim = mix(palette.skyMiddle, palette.haze, isHeavy ? 0.2 : 0.45);
  const small = createCanvas(columns, rows);
  const context = small.getContext("2d");
  const pixels = context.createImageData(columns, rows);
  const octaves = stage.isPro ? 6 : 5;
  for (let row = 0; row < rows; row += 1) {
    const y = row * coarse - padY;
    // Towards the horizon clouds lie flatter and closer, as seen from the ground.
    const depth = 0.22 + 0.78 * Math.max(0, 1 - y / bottom);
    const fade = smoothstep(0, 0.12, 1 - y / bottom);
    for (let column = 0; column < columns; column += 1) {
      const x = column * coarse - padX;
      const u = (x - width / 2) / (unit * 34 * depth);
      const v = 9 / depth / 3.2;
      const here = fbm(noise, u + 50, v * 2.4 + y / (unit * 60), octaves);
      const alpha =
        smoothstep(sparse, sparse + (isHeavy ? 0.5 : 0.3), here) * fade * (isHeavy ? 0.9 : 0.86);
      if (alpha <= 0.004) continue;
      const towards = fbm(
        noise,
        u + 50 + Math.sign(light.x - x) * 0.07,
        v * 2.4 + y / (unit * 60) - 0.1,
        4,
      );
      const lightness = smoothstep(
        -0.22,
        0.24,
        (here - towards) * 2.2 + 0.05 - (alpha - 0.5) * 0.16,
      );
      put(pixels.data, (row * columns + column) * 4, mix(dim, bright, lightness), alpha);
    }
  }
  context.putImageData(pixels, 0, 0);
  const speed = unit * (plan.weather === "storm" ? 0.9 : 0.42) * plan.pace;
  return paintLayer(
    stage,
    0.04,
    (to) => {
      to.imageSmoothingQuality = "high";
      to.drawImage(small, -padX, -padY, columns * coarse, rows * coarse);
    },
    { bottom, drift: ({ seconds }) => ({ x: (seconds - 2.5) * speed, y: 0 }) },
  );
}

function put(data: Uint8ClampedArray, at: number, color: Rgb, alpha: number): void {
  data[at] = color[0];
  data[at + 1] = color[1];
  data[at + 2] = color[2];
  data[at + 3] = alpha * 255;
}
