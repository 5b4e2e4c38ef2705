/** Rolling hills under a wide sky, with trees, a band of mist and grass in the wind. */

import { css, hex, mix, shade } from "../paint/color.ts";
import { drawBroadleaf, drawGrass } from "../paint/land/flora.ts";
import { groundColor, snowOn } from "../paint/land/ground.ts";
import { fillBelow, rolling } from "../paint/land/land.ts";
import { seenAt } from "../paint/palette.ts";
import { paintClouds } from "../paint/sky/clouds.ts";
import { paintHeavens } from "../paint/sky/heavens.ts";
import { paintMist } from "../paint/sky/mist.ts";
import { paintSky, skyLight } from "../paint/sky/sky.ts";
import { type Picture, paintLayer, type Stage } from "../paint/stage.ts";
import { between } from "../plan/prng.ts";

const GREENS = [hex("#86a08f"), hex("#84a060"), hex("#6a9447"), hex("#4a7d35"), hex("#2b5626")];
const FLOWERS = [hex("#f4e3a1"), hex("#f3f0ea"), hex("#e8788a"), hex("#b08ae0")];

export function paintMeadow(stage: Stage): Picture {
  const { palette, unit, width, height, padX } = stage;
  const horizon = 0.58;
  const light = skyLight(stage, horizon);
  const picture: Picture = [
    paintSky(stage, light, horizon),
    ...paintHeavens(stage, light, horizon),
  ];
  if (stage.has("clouds")) picture.push(paintClouds(stage, light, horizon));
  const side = Math.sign(light.x - width / 2);
  GREENS.forEach((green, index) => {
    const depth = 0.12 + index * 0.2;
    const base = groundColor(stage, green);
    const outline = rolling(
      stage,
      `hill-${index}`,
      horizon + 0.05 * index + 0.01 * index * index,
      74 - index * 7,
      24 - index * 3,
      stage.isPro ? 5 : 4,
    );
    const crest = seenAt(palette, base, depth);
    const random = stage.random(`trees-${index}`);
    picture.push(
      paintLayer(
        stage,
        depth,
        (context) => {
          if (stage.has("trees") && index > 0 && index < 4) {
            const count = [0, 26, 12, 5][index] ?? 0;
            const size = unit * ([0, 4, 7.5, 15][index] ?? 0);
            const leaf = seenAt(palette, groundColor(stage, hex("#3f6b35"), 0.72), depth);
            for (let tree = 0; tree < count; tree += 1) {
              const x = between(random, -padX, width + padX);
              const isFree = Math.abs(x - width / 2) > width * 0.16 || index < 3;
              if (isFree)
                drawBroadleaf(
                  context,
                  random,
                  x,
                  outline(x) + size * 0.05,
                  size * between(random, 0.7, 1.2),
                  leaf,
                  side,
                );
            }
          }
          fillBelow(
            context,
            stage,
            outline,
            mix(crest, palette.horizon, 0.12),
            shade(mix(crest, palette.haze, index < 3 ? 0.3 : 0), 0.88),
            height * 0.24,
          );
          if ((stage.isPro || index === 3) && !snowOn(stage, 1)) {
            const dark = css(shade(crest, 0.86), 0.5);
            const bright = css(mix(crest, palette.horizon, 0.25), 0.5);
            drawGrass(
              context,
              random,
              260 + index * 160,
              {
                x0: -padX,
                x1: width + padX,
                foot: (x) => outline(x) + between(random, 0, height * 0.1),
                high: unit * (0.5 + index * 0.35),
              },
              (chance) => (chance() < 0.5 ? dark : bright),
            );
          }
        },
        { top: height * (horizon - 0.34) },
      ),
    );
    if (index === 1 && stage.has("mist")) {
      picture.push(
        paintMist(stage, {
          name: "valley",
          depth: 0.4,
          at: horizon + 0.1,
          reach: 0.12,
          color: palette.haze,
          strength: 0.7,
        }),
      );
    }
  });
  picture.push(paintForeground(stage));
  return picture;
}

/** Grass and flowers close to the camera, bending in the wind. */
function paintForeground(stage: Stage) {
  const { palette, unit, width, height, padX, padY } = stage;
  const random = stage.random("foreground");
  const isSnowy = snowOn(stage, 1) !== null;
  const blade = seenAt(palette, isSnowy ? hex("#9c917a") : groundColor(stage, hex("#27481f")), 1);
  const tones = [0.6, 0.8, 1, 1.25].map((factor) => css(shade(blade, factor)));
  const foot = height * 1.01;
  const place = {
    x0: -padX,
    x1: width + padX,
    foot: () => foot + between(random, 0, padY),
    high: unit * 13,
  };
  return paintLayer(
    stage,
    1,
    (context) => {
      drawGrass(
        context,
        random,
        (stage.isPro ? 1000 : 650) * (isSnowy ? 0.12 : 1),
        place,
        (chance) => tones[Math.floor(chance() * 4)] ?? "#000",
      );
      for (let flower = 0; flower < (isSnowy ? 0 : 46); flower += 1) {
        const color = FLOWERS[Math.floor(random() * FLOWERS.length)] ?? hex("#ffffff");
        context.fillStyle = css(seenAt(palette, color, 1));
        const x = between(random, -padX, width + padX);
        const y = foot - unit * between(random, 3, 11);
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
    {
      top: height * 0.8,
      sway:
        ({ seconds }) =>
        (row) =>
          Math.sin(seconds * 1.7 + row / (unit * 30)) * Math.max(0, height - row) * 0.07,
    },
  );
}
