/** A mountain range over a lake or a wooded valley. */

import { hex, mix, shade } from "../paint/color.ts";
import { drawPine } from "../paint/land/flora.ts";
import { groundColor, snowOn } from "../paint/land/ground.ts";
import { fillBelow, rolling } from "../paint/land/land.ts";
import { paintRange } from "../paint/land/rock.ts";
import { seenAt } from "../paint/palette.ts";
import { paintClouds } from "../paint/sky/clouds.ts";
import { paintHeavens } from "../paint/sky/heavens.ts";
import { paintMist } from "../paint/sky/mist.ts";
import { paintSky, skyLight } from "../paint/sky/sky.ts";
import { type Picture, paintLayer, type Stage } from "../paint/stage.ts";
import { paintCastle } from "../paint/town/castle.ts";
import { between } from "../plan/prng.ts";

export function paintMountain(stage: Stage): Picture {
  const { palette, unit, width, height, padX } = stage;
  const horizon = 0.66;
  const light = skyLight(stage, horizon * 0.86);
  const lightSide = light.x < width / 2 ? -1 : 1;
  const tall = height > width ? 1.35 : 1;
  const isSnowy = stage.plan.weather === "snow";
  const picture: Picture = [
    paintSky(stage, light, horizon),
    ...paintHeavens(stage, light, horizon),
  ];
  if (stage.has("clouds")) picture.push(paintClouds(stage, light, horizon));
  const range = { lightSide, rock: hex("#6f7686") };
  picture.push(
    paintRange(stage, {
      ...range,
      name: "far",
      depth: 0.12,
      at: 0.66,
      high: 34 * tall,
      wide: 30,
      snowLine: isSnowy ? 0.18 : 0.35,
    }),
  );
  picture.push(
    paintMist(stage, {
      name: "far",
      depth: 0.18,
      at: 0.62,
      reach: 0.12,
      color: palette.haze,
      strength: 0.6,
    }),
  );
  picture.push(
    paintRange(stage, {
      ...range,
      rock: hex("#565a66"),
      name: "near",
      depth: 0.34,
      at: 0.74,
      high: 42 * tall,
      wide: 46,
      snowLine: isSnowy ? 0.24 : 0.5,
    }),
  );
  if (stage.has("mist"))
    picture.push(
      paintMist(stage, {
        name: "near",
        depth: 0.45,
        at: 0.74,
        reach: 0.12,
        color: palette.haze,
        strength: 0.75,
      }),
    );
  if (stage.has("castle")) picture.push(paintCastle(stage, 0.73));
  [0.5, 0.72, 1].forEach((depth, index) => {
    const outline = rolling(
      stage,
      `slope-${index}`,
      0.75 + index * 0.095,
      52 - index * 6,
      17 - index * 3,
      4,
    );
    const color = seenAt(
      palette,
      groundColor(stage, shade(hex("#3c5a41"), 1.15 - index * 0.25)),
      depth,
    );
    const tree = seenAt(
      palette,
      groundColor(stage, shade(hex("#2c4a38"), 1.1 - index * 0.3), 0.3),
      depth,
    );
    const random = stage.random(`pines-${index}`);
    picture.push(
      paintLayer(
        stage,
        depth,
        (context) => {
          if (stage.has("trees")) {
            const count = [150, 85, 40][index] ?? 0;
            const size = unit * ([4.5, 8.5, 17][index] ?? 0);
            for (let n = 0; n < count; n += 1) {
              const x = between(random, -padX, width + padX);
              const open =
                index === 2 ? Math.min(1, Math.abs(x - width * 0.5) / (width * 0.34)) : 1;
              if (random() > open * open * 1.1) continue;
              drawPine(
                context,
                random,
                x,
                outline(x) + size * 0.12,
                size * between(random, 0.6, 1.15),
                mix(tree, palette.haze, random() * 0.1),
                stage.isPro ? 1.6 : 1.1,
                snowOn(stage, depth),
              );
            }
          }
          fillBelow(
            context,
            stage,
            outline,
            color,
            mix(color, index < 2 ? palette.haze : palette.dark, index < 2 || !isSnowy ? 0.5 : 0.2),
            height * 0.16,
          );
        },
        { top: height * (0.75 + index * 0.095) - unit * (20 + index * 10) },
      ),
    );
  });
  return picture;
}
