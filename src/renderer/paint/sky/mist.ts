/** Mist that drifts slowly between the layers. */
import type { PlainBrush } from "../brush.ts";
import { type Rgb, smoothstep } from "../color.ts";
import { createNoise } from "../noise.ts";
import { paintRaster } from "../raster.ts";
import { type Layer, paintLayer, type Stage } from "../stage.ts";

export interface MistBand {
  name: string;
  /** Middle and half height, as shares of the frame's height. */
  at: number;
  reach: number;
  color: Rgb;
  strength: number;
}

/** A band of mist as a drifting layer. */
export function paintMist(stage: Stage, band: MistBand & { depth: number }): Layer {
  const { height, unit, plan } = stage;
  const speed = unit * 0.8 * plan.pace * (0.3 + band.depth);
  return paintLayer(
    stage,
    {
      depth: band.depth,
      top: height * (band.at - band.reach),
      bottom: height * (band.at + band.reach),
      drift: ({ seconds }) => ({ x: (seconds - 2.5) * speed, y: 0 }),
    },
    (context) => drawMist({ context, stage }, band),
  );
}

/** A static band of mist within another layer, which costs nothing per frame. */
export function drawMist({ context, stage }: PlainBrush, band: MistBand): void {
  const { height, unit } = stage;
  const noise = createNoise(stage.random(`mist-${band.name}`));
  const top = height * (band.at - band.reach);
  const bottom = height * (band.at + band.reach);
  paintRaster({ context, stage }, { top, bottom, pointSize: 6 }, (x, y, point) => {
    const off = Math.abs(y / height - band.at) / band.reach;
    const wisps = 0.55 + noise.fbm(x / (unit * 34), y / (unit * 9), 3) * 1.3;
    point.color = band.color;
    point.alpha = Math.min(1, Math.max(0, wisps)) * smoothstep(1, 0.1, off) * band.strength;
  });
}
