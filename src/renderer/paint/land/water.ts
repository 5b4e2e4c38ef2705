/** Water up to a horizon, with reflections, waves and glints. */
import { projectPoint } from "../../compose/camera.ts";
import type { Frame } from "../../compose/frame.ts";
import { toYuv } from "../../compose/planes.ts";
import { between } from "../../plan/prng.ts";
import { hex, mix, type Rgb, smoothstep } from "../color.ts";
import { createNoise } from "../noise.ts";
import { paintRaster } from "../raster.ts";
import { gradientAt, type SkyLight } from "../sky/sky.ts";
import { type Layer, type Overlay, paintLayer, type Stage } from "../stage.ts";

interface WaterStyle {
  /** Where the water begins, as a share of the frame's height. */
  horizon: number;
  /** The water's own colour, where it does not reflect. */
  deep: Rgb;
  /** 0 is a mirror, 1 a rough sea. */
  roughness: number;
}

/** The surface from the horizon to the lower edge. */
export function paintWater(stage: Stage, light: SkyLight, style: WaterStyle): Layer {
  const { palette, width, height, padY, unit } = stage;
  const noise = createNoise(stage.random("water"));
  const top = Math.round(height * style.horizon);
  const span = height - top;
  const shine = mix(palette.disc, palette.horizon, 0.3);
  const crest = mix(palette.horizon, hex("#ffffff"), 0.3);
  const octaves = stage.isPro ? 5 : 4;
  return paintLayer(
    stage,
    {
      depth: 0.3,
      top,
      sway:
        ({ seconds }) =>
        (row) => {
          const down = Math.max(0, (row - top) / span);
          const turn = Math.sqrt(down + 0.02) * 34 - seconds * 2.1;
          return Math.sin(turn) * unit * (0.12 + down * (0.8 + style.roughness));
        },
    },
    (context) => {
      const area = { top, bottom: height + padY, pointSize: stage.isPro ? 1.5 : 2 };
      paintRaster({ context, stage }, area, (x, y, point) => {
        const down = Math.max(0.004, (y - top) / span);
        // Waves get smaller towards the horizon, by perspective.
        const wave = noise.fbm(
          (x - width / 2) / (unit * (4 + 46 * down)) + 70,
          Math.log(down + 0.025) * 9,
          octaves,
        );
        const tilt = wave * (0.25 + style.roughness * 0.5);
        const mirrored = gradientAt(palette, 1 - down * 0.95 + tilt * 0.5);
        const mirror = Math.min(1, Math.max(0, 0.82 - down * 0.62 + tilt * 0.7));
        let color = mix(style.deep, mirrored, mirror);
        const path = Math.abs(x - light.x) / (unit * (3 + down * 26));
        const glitter =
          light.glow * Math.exp(-path * path) * smoothstep(-0.06, 0.3, wave + 0.12 - down * 0.2);
        color = mix(color, shine, glitter * 0.85);
        const foam = smoothstep(0.34, 0.52, wave) * style.roughness * (0.3 + down * 0.5);
        point.color = mix(color, crest, foam * 0.5);
        point.alpha = 1;
      });
    },
  );
}

/** Glints on the water below the light, each visible briefly. */
export function paintGlints(stage: Stage, light: SkyLight, horizon: number): Overlay {
  const random = stage.random("glints");
  const { height, unit } = stage;
  const top = height * horizon;
  const glints = Array.from({ length: stage.isPro ? 190 : 120 }, () => {
    const down = random() ** 2 * 0.75;
    return {
      down,
      x: light.x + (random() + random() + random() - 1.5) * unit * (5 + down * 40),
      y: top + unit * 0.4 + down * (height - top),
      phase: random() * 6.28,
      rate: between(random, 1.6, 4),
    };
  });
  const color = toYuv(...stage.palette.disc);
  return {
    kind: "overlay",
    draw: (frame: Frame, { seconds }, view) => {
      for (const glint of glints) {
        const glow = Math.max(0, Math.sin(seconds * glint.rate + glint.phase)) ** 3 * light.glow;
        if (glow < 0.03) continue;
        const half = unit * (0.25 + glint.down * 1.1) * (0.5 + glow);
        const { x, y } = projectPoint(view(0.3), frame, { x: glint.x, y: glint.y });
        frame.streak(
          { x0: x - half, y0: y, x1: x + half, y1: y },
          unit * (0.1 + glint.down * 0.16),
          { color, opacity: glow },
        );
      }
    },
  };
}
