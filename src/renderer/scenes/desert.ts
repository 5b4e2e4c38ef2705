/** Dunes with sharp crests and one lit side, under a large sun. */

import { paintNightSky } from "#renderer/paint/sky/night-sky.ts";
import { hex, mix, smoothstep } from "../paint/color.ts";
import { drawPalm } from "../paint/land/flora.ts";
import { groundColor } from "../paint/land/ground.ts";
import { paintRange } from "../paint/land/rock.ts";
import { createNoise } from "../paint/noise.ts";
import { seenAt, seenThrough } from "../paint/palette.ts";
import { paintRaster } from "../paint/raster.ts";
import { paintClouds } from "../paint/sky/clouds.ts";
import { paintSky, skyLight } from "../paint/sky/sky.ts";
import { type Layer, type Picture, paintLayer, type Stage } from "../paint/stage.ts";
import { between } from "../plan/prng.ts";

export function paintDesert(stage: Stage): Picture {
  const horizon = 0.58;
  const { width } = stage;
  const light = skyLight(stage, horizon);
  const lightSide = light.x < width / 2 ? -1 : 1;
  const picture: Picture = [
    paintSky(stage, { ...light, radius: light.radius * 1.35 }, horizon),
    ...paintNightSky(stage, light, horizon),
  ];
  if (stage.has("clouds")) picture.push(paintClouds(stage, light, horizon));
  picture.push(
    paintRange(stage, {
      name: "mesa",
      depth: 0.1,
      at: horizon + 0.03,
      height: 13,
      width: 60,
      snowLine: 2,
      rock: hex("#b0765a"),
      lightSide,
    }),
  );
  const count = stage.isPro ? 6 : 5;
  const crestAt = (share: number) => horizon + 0.015 + share ** 1.25 * (0.9 - horizon);
  for (let index = 0; index < count; index += 1) {
    const share = index / (count - 1);
    const nextAt = crestAt(share + 1 / (count - 1));
    picture.push(paintDune(stage, { index, at: crestAt(share), share, nextAt, lightSide }));
  }
  // Behind the nearest dune, so that the feet of the palms are hidden.
  if (stage.has("trees")) picture.splice(-1, 0, paintOasis(stage, crestAt(0.9)));
  return picture;
}

/** A few palms to one side. */
function paintOasis(stage: Stage, at: number): Layer {
  const { width, height, unit, palette } = stage;
  const random = stage.random("palms");
  const side = random() < 0.5 ? 0.22 : 0.78;
  const color = mix(palette.dark, seenAt(palette, hex("#4a5a34"), 0.8), 0.5);
  return paintLayer(stage, { depth: 0.84 }, (context) => {
    for (let palm = 0; palm < 6; palm += 1) {
      const x = width * side + unit * between(random, -16, 16);
      const high = unit * between(random, 20, 34);
      drawPalm(
        { context, stage, random },
        { x, bottom: height * at + unit * 8, height: high, color },
      );
    }
  });
}

interface Dune {
  index: number;
  /** Height of its crest and of the next dune's, as shares of the frame. */
  at: number;
  nextAt: number;
  /** How near it is: 1 is the nearest. */
  share: number;
  /** -1 when light comes from the left, 1 from the right. */
  lightSide: number;
}

/** One dune: a crest line separates light from shadow, with ripples across. */
function paintDune(stage: Stage, { index, at, nextAt, share, lightSide }: Dune): Layer {
  const { palette, unit, height, padY } = stage;
  const noise = createNoise(stage.random(`dune-${index}`));
  const depth = 0.18 + share * 0.82;
  const sand = groundColor(stage, hex("#e3a866"), 0.6);
  const bright = seenThrough(palette, mix(sand, palette.disc, 0.3), { depth, haze: 0.75 });
  const dark = seenThrough(palette, mix(sand, mix(palette.skyTop, [60, 20, 40], 0.5), 0.62), {
    depth,
    haze: 0.75,
  });
  const width = unit * (34 + share * 52);
  const high = unit * (5 + share * 11);
  const crestAt = (x: number) => {
    const wave = noise.at(x / width + index * 7, 2.5) * 0.8;
    // Sharpen the crests: dunes are pointed at the top and round below.
    return height * at - high * (1 - Math.abs(wave) ** 0.85 * 1.4);
  };
  // Precompute heights at half-pixel steps, because every point needs three of them.
  const margin = stage.padX + width;
  const heights = Float64Array.from(
    { length: Math.ceil((stage.width + 2 * margin) * 2) },
    (_, slot) => crestAt(slot / 2 - margin),
  );
  const crest = (x: number) => heights[Math.round((x + margin) * 2)] ?? crestAt(x);
  // Skip what the next dune hides in every camera move.
  const bottom =
    share >= 1 ? height + padY : Math.min(height + padY, height * nextAt + high * 0.5 + padY);
  return paintLayer(stage, { depth, top: height * at - high * 1.5, bottom }, (context) => {
    const area = {
      top: height * at - high * 1.4,
      bottom,
      pointSize: stage.isPro ? 1.5 : 2,
    };
    paintRaster({ context, stage }, area, (x, y, point) => {
      const below = y - crest(x);
      if (below < -area.pointSize) return;
      const bend = noise.fbm(x / (width * 1.3), below / (high * 4) + 4, 3) * width * 0.22;
      const slope =
        crest(x + bend + lightSide * width * 0.03 + lightSide * below * 0.8) -
        crest(x + bend - lightSide * width * 0.03 + lightSide * below * 0.8);
      const steep = (-slope / (high * 0.16)) * -1;
      let face = smoothstep(-0.55, 0.55, steep);
      const ripple = Math.sin(
        below / (unit * (0.16 + share * 0.4)) +
          noise.fbm(x / (unit * 14), below / (unit * 9), 3) * 14,
      );
      face += ripple * (stage.isPro ? 0.1 : 0.05) * (0.3 + share);
      const veil = smoothstep(high * 1.1, high * 3.4, below) * 0.35;
      point.color = mix(
        mix(dark, bright, Math.min(1, Math.max(0, face))),
        mix(palette.haze, dark, share),
        veil,
      );
      point.alpha = Math.min(1, Math.max(0, below / area.pointSize + 1));
    });
  });
}
