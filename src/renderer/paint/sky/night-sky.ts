/** Stars and northern lights. */
import { hex, mix, smoothstep } from "#renderer/paint/color.ts";
import { createNoise } from "#renderer/paint/noise.ts";
import { paintRaster } from "#renderer/paint/raster.ts";
import { type Layer, type Picture, paintLayer, type Stage } from "#renderer/paint/stage.ts";
import { stars } from "./particles.ts";
import type { SkyLight } from "./sky.ts";

/** The plan's stars and aurora above a horizon (share of the frame's height). */
export function paintNightSky(stage: Stage, light: SkyLight, horizon: number): Picture {
  const picture: Picture = [];
  if (stage.has("stars")) {
    const density = light.disc > 0 ? 0.8 : 1.2;
    picture.push(stars(stage, { bottom: horizon, density, depth: 0 }));
  }
  if (stage.has("aurora"))
    picture.push(...[0, 1].map((curtain) => paintAurora(stage, horizon, curtain)));
  return picture;
}

/** One curtain of the aurora. Two of them fading in turn look like motion. */
function paintAurora(stage: Stage, horizon: number, curtain: number): Layer {
  const { width, height, padY, unit } = stage;
  const noise = createNoise(stage.random(`aurora-${curtain}`));
  const bottom = height * horizon;
  const low = hex("#5dffb0");
  const high = hex("#8a5cf0");
  return paintLayer(
    stage,
    {
      depth: 0.03,
      bottom,
      opacity: ({ seconds }) => 0.68 + 0.3 * Math.sin(seconds * 0.9 + curtain * 2.4),
      drift: ({ seconds }) => ({ x: (seconds - 2.5) * unit * (curtain ? -0.6 : 0.6), y: 0 }),
      sway:
        ({ seconds }) =>
        (row) =>
          Math.sin(row / (unit * 9) + seconds * 1.1 + curtain * 2) * unit * 0.6,
    },
    (context) => {
      paintRaster({ context, stage }, { top: -padY, bottom, pointSize: 4 }, (x, y, point) => {
        const lowerEdge =
          bottom * (0.62 - curtain * 0.2) +
          noise.fbm(x / (width * 0.42), curtain * 9, 3) * height * 0.34;
        const heightShare = (lowerEdge - y) / (height * 0.42);
        if (heightShare < -0.1 || heightShare > 1) return;
        const rays = 0.5 + 0.5 * noise.fbm(x / (unit * 3.4), y / (unit * 90) + 20, 3);
        point.color = mix(low, high, smoothstep(0.1, 0.9, heightShare));
        point.alpha = smoothstep(-0.08, 0.04, heightShare) * (1 - heightShare) ** 1.8 * rays * 0.85;
      });
    },
  );
}
