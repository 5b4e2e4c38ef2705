/** Rolling hills under a wide sky, with trees, a band of mist and grass in the wind. */

import { paintNightSky } from "#renderer/paint/sky/night-sky.ts";
import type { Brush } from "../paint/brush.ts";
import { css, hex, mix, type Rgb, shade } from "../paint/color.ts";
import { drawBroadleaf, drawGrass } from "../paint/land/flora.ts";
import { groundColor, snowOn } from "../paint/land/ground.ts";
import { fillBelow, type Outline, rolling } from "../paint/land/land.ts";
import { seenAt } from "../paint/palette.ts";
import { paintClouds } from "../paint/sky/clouds.ts";
import { paintMist } from "../paint/sky/mist.ts";
import { paintSky, skyLight } from "../paint/sky/sky.ts";
import { type Layer, type Picture, paintLayer, type Stage } from "../paint/stage.ts";
import { between } from "../plan/prng.ts";

/** Height of the horizon, as a share of the frame. */
const HORIZON = 0.58;

interface Hill {
  index: number;
  green: Rgb;
  /** Number of trees before the middle is cleared, and their height in units. */
  trees: number;
  treeSize: number;
}

/** From back to front. */
const HILLS: readonly Hill[] = [
  { index: 0, green: hex("#86a08f"), trees: 0, treeSize: 0 },
  { index: 1, green: hex("#84a060"), trees: 26, treeSize: 4 },
  { index: 2, green: hex("#6a9447"), trees: 12, treeSize: 7.5 },
  { index: 3, green: hex("#4a7d35"), trees: 5, treeSize: 15 },
  { index: 4, green: hex("#2b5626"), trees: 0, treeSize: 0 },
];
const FLOWERS = [hex("#f4e3a1"), hex("#f3f0ea"), hex("#e8788a"), hex("#b08ae0")];

export function paintMeadow(stage: Stage): Picture {
  const light = skyLight(stage, HORIZON);
  const picture: Picture = [
    paintSky(stage, light, HORIZON),
    ...paintNightSky(stage, light, HORIZON),
  ];
  if (stage.has("clouds")) picture.push(paintClouds(stage, light, HORIZON));
  const lightSide = Math.sign(light.x - stage.width / 2);
  for (const hill of HILLS) {
    picture.push(paintHill(stage, hill, lightSide));
    if (hill.index === 1 && stage.has("mist")) picture.push(paintMist(stage, valleyMist(stage)));
  }
  picture.push(paintForeground(stage));
  return picture;
}

function valleyMist(stage: Stage) {
  return {
    name: "valley",
    depth: 0.4,
    at: HORIZON + 0.1,
    reach: 0.12,
    color: stage.palette.haze,
    strength: 0.7,
  };
}

/** One hill with its trees and its grass. `lightSide` is 1 when light comes from the right. */
function paintHill(stage: Stage, hill: Hill, lightSide: number): Layer {
  const { palette, height } = stage;
  const { index } = hill;
  const depth = hillDepth(hill);
  const outline = rolling(stage, `hill-${index}`, {
    at: HORIZON + 0.05 * index + 0.01 * index * index,
    width: 74 - index * 7,
    height: 24 - index * 3,
    octaves: stage.isPro ? 5 : 4,
  });
  const crest = seenAt(palette, groundColor(stage, hill.green), depth);
  const random = stage.random(`trees-${index}`);
  return paintLayer(stage, { depth, top: height * (HORIZON - 0.34) }, (context) => {
    const brush = { context, stage, random };
    if (stage.has("trees")) drawTrees(brush, hill, { outline, lightSide });
    fillBelow(brush, outline, {
      crest: mix(crest, palette.horizon, 0.12),
      bottom: shade(mix(crest, palette.haze, index < 3 ? 0.3 : 0), 0.88),
      depth: height * 0.24,
    });
    if ((stage.isPro || index === 3) && !snowOn(stage, 1))
      drawBlades(brush, hill, { outline, crest });
  });
}

function hillDepth({ index }: Hill): number {
  return 0.12 + index * 0.2;
}

/** Broad-leaved trees. The nearest ones leave the middle free for the subject. */
function drawTrees(
  brush: Brush,
  hill: Hill,
  { outline, lightSide }: { outline: Outline; lightSide: number },
): void {
  const { stage, random } = brush;
  const { unit, width, padX } = stage;
  const size = unit * hill.treeSize;
  const leaves = groundColor(stage, hex("#3f6b35"), 0.72);
  const color = seenAt(stage.palette, leaves, hillDepth(hill));
  for (let tree = 0; tree < hill.trees; tree += 1) {
    const x = between(random, -padX, width + padX);
    const isFree = Math.abs(x - width / 2) > width * 0.16 || hill.index < 3;
    if (!isFree) continue;
    const height = size * between(random, 0.7, 1.2);
    drawBroadleaf(brush, { x, bottom: outline(x) + size * 0.05, height, color, lightSide });
  }
}

function drawBlades(
  brush: Brush,
  { index }: Hill,
  { outline, crest }: { outline: Outline; crest: Rgb },
): void {
  const { stage, random } = brush;
  const { palette, unit, width, height, padX } = stage;
  const dark = css(shade(crest, 0.86), 0.5);
  const bright = css(mix(crest, palette.horizon, 0.25), 0.5);
  drawGrass(brush, {
    count: 260 + index * 160,
    x0: -padX,
    x1: width + padX,
    bottom: (x) => outline(x) + between(random, 0, height * 0.1),
    height: unit * (0.5 + index * 0.35),
    tone: (chance) => (chance() < 0.5 ? dark : bright),
  });
}

/** Grass and flowers close to the camera, bending in the wind. */
function paintForeground(stage: Stage) {
  const { palette, unit, width, height, padX, padY } = stage;
  const random = stage.random("foreground");
  const isSnowy = snowOn(stage, 1) !== null;
  const blade = seenAt(palette, isSnowy ? hex("#9c917a") : groundColor(stage, hex("#27481f")), 1);
  const tones = [0.6, 0.8, 1, 1.25].map((factor) => css(shade(blade, factor)));
  const bottom = height * 1.01;
  return paintLayer(
    stage,
    {
      depth: 1,
      top: height * 0.8,
      sway:
        ({ seconds }) =>
        (row) =>
          Math.sin(seconds * 1.7 + row / (unit * 30)) * Math.max(0, height - row) * 0.07,
    },
    (context) => {
      drawGrass(
        { context, stage, random },
        {
          count: (stage.isPro ? 1000 : 650) * (isSnowy ? 0.12 : 1),
          x0: -padX,
          x1: width + padX,
          bottom: () => bottom + between(random, 0, padY),
          height: unit * 13,
          tone: (chance) => tones[Math.floor(chance() * 4)] ?? "#000",
        },
      );
      for (let flower = 0; flower < (isSnowy ? 0 : 46); flower += 1) {
        const color = FLOWERS[Math.floor(random() * FLOWERS.length)] ?? hex("#ffffff");
        context.fillStyle = css(seenAt(palette, color, 1));
        const x = between(random, -padX, width + padX);
        const y = bottom - unit * between(random, 3, 11);
        for (let petal = 0; petal < 5; petal += 1) {
          context.beginPath();
          context.arc(
            x + Math.cos(petal * 1.257) * unit * 0.4,
            y + Math.sin(petal * 1.257) * unit * 0.34,
            unit * 0.3,
            0,
            6.3,
          );
          context.fill();
        }
      }
    },
  );
}
