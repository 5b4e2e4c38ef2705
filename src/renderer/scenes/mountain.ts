/** A mountain range over a lake or a wooded valley. */

import { paintNightSky } from "#renderer/paint/sky/night-sky.ts";
import type { Brush } from "../paint/brush.ts";
import { hex, mix, shade } from "../paint/color.ts";
import { drawPine } from "../paint/land/flora.ts";
import { groundColor, snowOn } from "../paint/land/ground.ts";
import { fillBelow, type Outline, rolling } from "../paint/land/land.ts";
import { paintRange } from "../paint/land/rock.ts";
import { seenAt } from "../paint/palette.ts";
import { paintClouds } from "../paint/sky/clouds.ts";
import { paintMist } from "../paint/sky/mist.ts";
import { paintSky, skyLight } from "../paint/sky/sky.ts";
import { type Layer, type Picture, paintLayer, type Stage } from "../paint/stage.ts";
import { paintCastle } from "../paint/town/castle.ts";
import { between } from "../plan/prng.ts";

/** A slope in front of the mountains, with its pines. */
interface Slope {
  index: number;
  depth: number;
  /** Number of pines before clearings, and their height in units. */
  count: number;
  size: number;
}

const SLOPES: readonly Slope[] = [
  { index: 0, depth: 0.5, count: 150, size: 4.5 },
  { index: 1, depth: 0.72, count: 85, size: 8.5 },
  { index: 2, depth: 1, count: 40, size: 17 },
];

export function paintMountain(stage: Stage): Picture {
  const horizon = 0.66;
  const light = skyLight(stage, horizon * 0.86);
  const picture: Picture = [
    paintSky(stage, light, horizon),
    ...paintNightSky(stage, light, horizon),
  ];
  if (stage.has("clouds")) picture.push(paintClouds(stage, light, horizon));
  picture.push(...paintRanges(stage, light.x < stage.width / 2 ? -1 : 1));
  if (stage.has("castle")) picture.push(paintCastle(stage, 0.73));
  picture.push(...SLOPES.map((slope) => paintSlope(stage, slope)));
  return picture;
}

/** A far and a near range with mist below each. `lightSide` is -1 when light comes from the left. */
function paintRanges(stage: Stage, lightSide: number): Picture {
  const { palette, width, height } = stage;
  const tall = height > width ? 1.35 : 1;
  const isSnowy = stage.plan.weather === "snow";
  const far = paintRange(stage, {
    name: "far",
    depth: 0.12,
    at: 0.66,
    height: 34 * tall,
    width: 30,
    snowLine: isSnowy ? 0.18 : 0.35,
    rock: hex("#6f7686"),
    lightSide,
  });
  const near = paintRange(stage, {
    name: "near",
    depth: 0.34,
    at: 0.74,
    height: 42 * tall,
    width: 46,
    snowLine: isSnowy ? 0.24 : 0.5,
    rock: hex("#565a66"),
    lightSide,
  });
  const mist = { reach: 0.12, color: palette.haze };
  const farMist = { ...mist, name: "far", depth: 0.18, at: 0.62, strength: 0.6 };
  const nearMist = { ...mist, name: "near", depth: 0.45, at: 0.74, strength: 0.75 };
  return [
    far,
    paintMist(stage, farMist),
    near,
    ...(stage.has("mist") ? [paintMist(stage, nearMist)] : []),
  ];
}

function paintSlope(stage: Stage, slope: Slope): Layer {
  const { palette, unit, height } = stage;
  const { index, depth } = slope;
  const isNearest = index === 2;
  const at = 0.75 + index * 0.095;
  const outline = rolling(stage, `slope-${index}`, {
    at,
    width: 52 - index * 6,
    height: 17 - index * 3,
  });
  const ground = groundColor(stage, shade(hex("#3c5a41"), 1.15 - index * 0.25));
  const color = seenAt(palette, ground, depth);
  const random = stage.random(`pines-${index}`);
  const top = height * at - unit * (20 + index * 10);
  return paintLayer(stage, { depth, top }, (context) => {
    if (stage.has("trees")) drawPines({ context, stage, random }, slope, outline);
    fillBelow({ context, stage }, outline, {
      crest: color,
      bottom: mix(
        color,
        isNearest ? palette.dark : palette.haze,
        isNearest && stage.plan.weather === "snow" ? 0.2 : 0.5,
      ),
      depth: height * 0.16,
    });
  });
}

/** The pines of a slope. The nearest slope has a clearing in the middle. */
function drawPines(brush: Brush, { index, depth, count, size }: Slope, outline: Outline): void {
  const { stage, random } = brush;
  const { palette, unit, width, padX } = stage;
  const needles = groundColor(stage, shade(hex("#2c4a38"), 1.1 - index * 0.3), 0.3);
  const color = seenAt(palette, needles, depth);
  const height = unit * size;
  for (let n = 0; n < count; n += 1) {
    const x = between(random, -padX, width + padX);
    const open = index === 2 ? Math.min(1, Math.abs(x - width * 0.5) / (width * 0.34)) : 1;
    if (random() > open * open * 1.1) continue;
    drawPine(brush, {
      x,
      bottom: outline(x) + height * 0.12,
      height: height * between(random, 0.6, 1.15),
      color: mix(color, palette.haze, random() * 0.1),
      detail: stage.isPro ? 1.6 : 1.1,
      snow: snowOn(stage, depth),
    });
  }
}
