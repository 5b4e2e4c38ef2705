/** Rolling hills under a wide sky. */

import { paintClouds } from "../clouds.ts";
import { hex, mix } from "../color.ts";
import { fillBelow, rolling } from "../land.ts";
import { seenAt } from "../palette.ts";
import { paintSky, skyLight } from "../sky.ts";
import { type Picture, paintLayer, type Stage } from "../stage.ts";

/** Paints the meadow. */
export function paintMeadow(stage: Stage): Picture {
  const { palette } = stage;
  const horizon = 0.6;
  const light = skyLight(stage, horizon);
  const picture: Picture = [paintSky(stage, light, horizon)];
  if (stage.has("clouds")) picture.push(paintClouds(stage, light, horizon));
  const greens = [hex("#7f9a8c"), hex("#7d9c62"), hex("#5f8a45"), hex("#2e5a2b")];
  greens.forEach((green, index) => {
    const depth = 0.15 + index * 0.25;
    const outline = rolling(
      stage,
      `hill-${index}`,
      horizon + index * 0.1,
      60 - index * 6,
      22 - index * 2,
    );
    picture.push(
      paintLayer(stage, depth, (context) => {
        const crest = seenAt(palette, green, depth);
        fillBelow(
          context,
          stage,
          outline,
          crest,
          mix(crest, palette.haze, 0.3),
          stage.height * 0.3,
        );
      }),
    );
  });
  return picture;
}
