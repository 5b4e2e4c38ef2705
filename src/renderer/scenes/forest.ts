import type { SKRSContext2D } from "@napi-rs/canvas";
import { css, hex, mix, shade } from "../paint/color.ts";
import { drawGrass, drawPine } from "../paint/land/flora.ts";
import { groundColor, snowOn } from "../paint/land/ground.ts";
import { fillBelow, type Outline, rolling } from "../paint/land/land.ts";
import { drawBirch, drawFern, drawTrunk } from "../paint/land/woods.ts";
import { seenAt } from "../paint/palette.ts";
import { paintHeavens } from "../paint/sky/heavens.ts";
import { drawMist, paintMist } from "../paint/sky/mist.ts";
import { paintSky, type SkyLight, skyLight } from "../paint/sky/sky.ts";
import { type Layer, type Picture, paintLayer, type Stage } from "../paint/stage.ts";
import { between } from "../plan/prng.ts";

export function paintForest(stage: Stage): Picture {
  const { palette, height } = stage;
  const horizon = 0.7;
  const light = skyLight(stage, horizon);
  const glowing = { ...light, glow: Math.max(light.glow, 0.5) };
  const picture: Picture = [
    paintSky(stage, glowing, horizon),
    ...paintHeavens(stage, light, horizon),
  ];
  const count = stage.isPro ? 4 : 3;
  for (let index = 0; index < count; index += 1) {
    const share = index / (count - 1);
    const depth = 0.1 + share * 0.75;
    const at = horizon + share * 0.2;
    const color = mix(palette.haze, palette.horizon, 0.35);
    const band = {
      name: `row-${index}`,
      at: at - 0.04,
      reach: 0.18,
      color,
      strength: 0.55 - share * 0.2,
    };
    const mist = stage.has("mist") && share < 0.95 ? band : null;
    const hasShafts = index === count - 2 && light.glow > 0.3;
    const floor = rolling(stage, `floor-${index}`, at, 46, 9, 4);
    picture.push(
      paintRow(
        stage,
        index,
        share,
        depth,
        floor,
        index === 1 ? null : mist,
        hasShafts ? light : null,
      ),
    );
    // Only one band of mist drifts; the others are part of their row.
    if (mist && index === 1) picture.push(paintMist(stage, { ...mist, depth: depth + 0.06 }));
  }
  picture.push(paintFrame(stage, height));
  return picture;
}

/** One depth of trees: conifers in the distance, trunks nearby. */
function paintRow(
  stage: Stage,
  index: number,
  share: number,
  depth: number,
  floor: Outline,
  mist: Parameters<typeof drawMist>[2] | null,
  shaftsOf: SkyLight | null,
): Layer {
  const { palette, unit, width, height, padX, padY } = stage;
  const random = stage.random(`wood-${index}`);
  const color = seenAt(palette, mix(hex("#3f6249"), hex("#15291f"), share), depth, 1.25);
  const ground = seenAt(
    palette,
    groundColor(stage, mix(hex("#56703f"), hex("#263f22"), share)),
    depth,
    1.1,
  );
  const isNear = share > 0.6;
  const hasBirches = stage.has("birches");
  const birch = {
    bark: seenAt(palette, hex("#f4f2ec"), depth, 0.9),
    dark: seenAt(palette, hex("#2c2a2e"), depth, 1.1),
  };
  return paintLayer(
    stage,
    depth,
    (context) => {
      if (stage.has("trees")) {
        const trees = Math.round(
          (isNear ? 13 : 46 - share * 24) * (width / height > 1 ? 1.25 : 0.8),
        );
        for (let tree = 0; tree < trees; tree += 1) {
          const x = between(random, -padX, width + padX);
          const clear = Math.abs(x - width / 2) / (width * 0.2);
          if (isNear && clear < 1) continue;
          const tone = shade(color, between(random, 0.9, 1.12));
          if (hasBirches && (isNear || random() < 0.62)) {
            const wide = unit * (isNear ? 1.9 : 0.45 + share) * between(random, 0.7, 1.3);
            drawBirch(context, random, x, floor(x) + unit, wide, -padY, birch);
          } else if (isNear)
            drawTrunk(
              context,
              random,
              x,
              floor(x) + unit,
              unit * (1.2 + share * 3) * between(random, 0.7, 1.2),
              -padY,
              tone,
              palette.horizon,
            );
          else
            drawPine(
              context,
              random,
              x,
              floor(x) + unit,
              unit * (22 + share * 40) * between(random, 0.7, 1.2),
              tone,
              stage.isPro ? 1.9 : 1.3,
              snowOn(stage, depth),
            );
        }
      }
      fillBelow(
        context,
        stage,
        floor,
        mix(ground, palette.horizon, 0.1),
        shade(ground, 0.7),
        height * 0.2,
      );
      if (mist) drawMist(context, stage, mist);
      const tones = [css(shade(ground, 0.7)), css(mix(ground, palette.horizon, 0.16))] as const;
      drawGrass(
        context,
        random,
        (stage.isPro ? 700 : 380) * (snowOn(stage, 1) ? 0.2 : 1),
        {
          x0: -padX,
          x1: width + padX,
          foot: (x) => floor(x) + between(random, 0, unit * 7),
          high: unit * (0.8 + share * 3),
        },
        (chance) => (chance() < 0.6 ? tones[0] : tones[1]),
      );
      if (shaftsOf) drawShafts(context, stage, shaftsOf);
    },
    isNear ? {} : { top: -padY },
  );
}

/** Shafts of light from the sun's side. */
function drawShafts(context: SKRSContext2D, stage: Stage, light: SkyLight): void {
  const { palette, unit, width, height } = stage;
  const random = stage.random("shafts");
  context.save();
  context.filter = `blur(${Math.round(unit * 0.9)}px)`;
  for (let index = 0; index < 8; index += 1) {
    const start = light.x + between(random, -0.42, 0.42) * width;
    const end = start + (width / 2 - light.x) * between(random, 0.5, 1.1);
    const wide = unit * between(random, 1.5, 6);
    const shaft = context.createLinearGradient(0, 0, 0, height * 0.85);
    shaft.addColorStop(0, css(palette.disc, 0.26));
    shaft.addColorStop(1, css(palette.disc, 0));
    context.fillStyle = shaft;
    context.beginPath();
    context.moveTo(start - wide, -unit * 10);
    context.lineTo(start + wide, -unit * 10);
    context.lineTo(end + wide * 3, height * 0.9);
    context.lineTo(end - wide * 2, height * 0.9);
    context.fill();
  }
  context.restore();
}

/** Dark ferns and a branch that frame the view. */
function paintFrame(stage: Stage, height: number): Layer {
  const { palette, unit, width, padX, padY } = stage;
  const random = stage.random("ferns");
  const frost = snowOn(stage, 1);
  const fern = mix(palette.dark, seenAt(palette, hex("#1b3320"), 1), 0.5);
  const color = frost ? mix(fern, frost, 0.7) : fern;
  const tones = [css(shade(color, 0.8)), css(shade(color, 1.35))] as const;
  return paintLayer(
    stage,
    1,
    (context) => {
      for (let fern = 0; fern < 26; fern += 1) {
        const x = between(random, -padX, width + padX);
        const edge = Math.min(1, Math.abs(x - width / 2) / (width * 0.5));
        drawFern(
          context,
          random,
          x,
          height + padY,
          unit * (9 + 16 * edge ** 2),
          tones[fern % 2] ?? tones[0],
        );
      }
    },
    {
      top: height * 0.62,
      sway:
        ({ seconds }) =>
        (row) =>
          Math.sin(seconds * 1.3 + row / (unit * 26)) * Math.max(0, height - row) * 0.035,
    },
  );
}
