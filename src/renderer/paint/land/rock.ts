/** Mountain ranges: an outline with peaks, and rock with light, shadow and snow. */
import { hex, mix, type Rgb, smoothstep } from "../color.ts";
import { createNoise } from "../noise.ts";
import { seenAt } from "../palette.ts";
import { paintRaster } from "../raster.ts";
import { type Layer, paintLayer, type Stage } from "../stage.ts";
import type { Outline } from "./land.ts";

interface RockStyle {
  name: string;
  depth: number;
  /** Foot of the range, as a share of the frame's height. */
  at: number;
  /** Height and width of its peaks, in units. */
  height: number;
  width: number;
  /** Share of the range's height above which there is snow; above 1 for none. */
  snowLine: number;
  rock: Rgb;
  /** -1 when light comes from the left, 1 from the right. */
  lightSide: number;
}

/** The outline of a range: broad peaks with crags. */
function peaks(stage: Stage, style: Pick<RockStyle, "name" | "at" | "height" | "width">): Outline {
  const noise = createNoise(stage.random(`peaks-${style.name}`));
  const octaves = stage.isPro ? 7 : 6;
  return (x) => {
    const u = x / (stage.unit * style.width) + 30;
    const broad = 1 - Math.abs(noise.at(u * 0.62, 3.3)) * 1.5;
    const craggy = noise.ridged(u * 1.4, 8.8, octaves) - 0.5;
    return (
      stage.height * style.at -
      stage.unit * style.height * Math.max(0.04, broad * 0.75 + craggy * 0.42)
    );
  };
}

/** Paints one range. */
export function paintRange(stage: Stage, style: RockStyle): Layer {
  const { palette, unit, height, padX, width, padY } = stage;
  const outline = peaks(stage, style);
  const noise = createNoise(stage.random(`rock-${style.name}`));
  const pointSize = stage.isPro ? 1.5 : 2;
  const columns = Math.ceil((width + 2 * padX) / pointSize) + 1;
  const edge = Float64Array.from({ length: columns }, (_, column) =>
    outline((column + 0.5) * pointSize - padX),
  );
  const top = Math.max(-padY, edge.reduce((least, y) => Math.min(least, y), height) - 2);
  const foot = height * style.at;
  const bottom = Math.min(height + padY, foot + unit * 16);
  const octaves = stage.isPro ? 5 : 4;
  const bright = seenAt(palette, mix(style.rock, palette.disc, 0.22), style.depth);
  const dark = seenAt(palette, mix(style.rock, palette.skyTop, 0.55), style.depth);
  const snowBright = seenAt(palette, mix(hex("#ffffff"), palette.disc, 0.4), style.depth + 0.1);
  const snowDark = seenAt(palette, mix(hex("#9fb4d6"), palette.skyMiddle, 0.25), style.depth);
  return paintLayer(stage, { depth: style.depth, top }, (context) => {
    paintRaster({ context, stage }, { top, bottom, pointSize }, (x, y, point) => {
      const column = Math.floor((x + padX) / pointSize);
      const crest = edge[column] ?? foot;
      const below = y - crest;
      if (below < -pointSize) return;
      const u = x / (unit * 13) + 9;
      const v = below / (unit * 17);
      const skew = (x + below * 0.55 * style.lightSide) / (unit * 12);
      // Folds run down from the crest. The side of its fold decides a point's light.
      const fold =
        noise.ridged(skew, v * 0.6, octaves) -
        noise.ridged(skew + 0.11 * style.lightSide, v * 0.6, octaves);
      const face = smoothstep(-0.13, 0.13, fold + noise.fbm(u * 3, v * 5, 2) * 0.06);
      const altitude = (foot - y) / (unit * style.height);
      const snow = smoothstep(
        -0.06,
        0.06,
        altitude - style.snowLine + noise.fbm(u * 1.3, v * 1.6, 4) * 0.45 + (face - 0.5) * 0.12,
      );
      const rock = mix(dark, bright, face);
      const color = mix(rock, mix(snowDark, snowBright, face), snow);
      // Haze fills the valleys.
      point.color = mix(color, palette.haze, smoothstep(0.32, -0.12, altitude) * 0.72);
      point.alpha = Math.min(1, Math.max(0, below / pointSize + 1));
    });
    const last = mix(seenAt(palette, style.rock, style.depth), palette.haze, 0.7);
    context.fillStyle = `rgb(${last.map(Math.round).join(",")})`;
    context.fillRect(-padX, bottom - 1, width + 2 * padX, height + padY - bottom + 1);
  });
}
