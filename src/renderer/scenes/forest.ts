/** Rows of trees that fade into mist, with shafts of light and ferns. */
import type { SKRSContext2D } from "@napi-rs/canvas";
import { paintNightSky } from "#renderer/paint/sky/night-sky.ts";
import type { Brush } from "../paint/brush.ts";
import { css, hex, mix, type Rgb, shade } from "../paint/color.ts";
import { drawGrass, drawPine } from "../paint/land/flora.ts";
import { groundColor, snowOn } from "../paint/land/ground.ts";
import { fillBelow, type Outline, rolling } from "../paint/land/land.ts";
import { drawBirch, drawFern, drawTrunk } from "../paint/land/woods.ts";
import { seenAt, seenThrough } from "../paint/palette.ts";
import { drawMist, type MistBand, paintMist } from "../paint/sky/mist.ts";
import { paintSky, type SkyLight, skyLight } from "../paint/sky/sky.ts";
import { type Layer, type Picture, paintLayer, type Stage } from "../paint/stage.ts";
import { between } from "../plan/prng.ts";

export function paintForest(stage: Stage): Picture {
  const { palette } = stage;
  const horizon = 0.7;
  const light = skyLight(stage, horizon);
  const glowing = { ...light, glow: Math.max(light.glow, 0.5) };
  const picture: Picture = [
    paintSky(stage, glowing, horizon),
    ...paintNightSky(stage, light, horizon),
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
    const floor = rolling(stage, `floor-${index}`, { at, width: 46, height: 9, octaves: 4 });
    // Only one band of mist drifts; the others are part of their row.
    const isDrifting = index === 1;
    picture.push(
      paintRow(stage, {
        index,
        depth,
        share,
        floor,
        mist: isDrifting ? null : mist,
        shaftsOf: hasShafts ? light : null,
      }),
    );
    if (mist && isDrifting) picture.push(paintMist(stage, { ...mist, depth: depth + 0.06 }));
  }
  picture.push(paintFerns(stage));
  return picture;
}

/** One depth of trees. */
interface TreeRow {
  index: number;
  depth: number;
  /** How near it is: 0 is the farthest, 1 the nearest. */
  share: number;
  floor: Outline;
  mist: MistBand | null;
  /** The light whose shafts fall through this row. */
  shaftsOf: SkyLight | null;
}

/** Rows nearer than this show trunks instead of whole trees. */
const TRUNKS_FROM = 0.6;

function paintRow(stage: Stage, row: TreeRow): Layer {
  const { share, depth, floor, mist, shaftsOf } = row;
  const { palette, height, padY } = stage;
  const random = stage.random(`wood-${row.index}`);
  const soil = groundColor(stage, mix(hex("#56703f"), hex("#263f22"), share));
  const ground = seenThrough(palette, soil, { depth, haze: 1.1 });
  const rows = share > TRUNKS_FROM ? {} : { top: -padY };
  return paintLayer(stage, { depth, ...rows }, (context) => {
    const brush = { context, stage, random };
    if (stage.has("trees")) drawTrees(brush, row);
    fillBelow(brush, floor, {
      crest: mix(ground, palette.horizon, 0.1),
      bottom: shade(ground, 0.7),
      depth: height * 0.2,
    });
    if (mist) drawMist(brush, mist);
    drawUndergrowth(brush, row, ground);
    if (shaftsOf) drawShafts(context, stage, shaftsOf);
  });
}

/** Conifers in the distance, trunks nearby, and birches among them. */
function drawTrees(brush: Brush, { share, depth, floor }: TreeRow): void {
  const { stage, random } = brush;
  const { palette, unit, width, height, padX, padY } = stage;
  const green = mix(hex("#3f6249"), hex("#15291f"), share);
  const color = seenThrough(palette, green, { depth, haze: 1.25 });
  const birch = {
    bark: seenThrough(palette, hex("#f4f2ec"), { depth, haze: 0.9 }),
    dark: seenThrough(palette, hex("#2c2a2e"), { depth, haze: 1.1 }),
  };
  const isNear = share > TRUNKS_FROM;
  const hasBirches = stage.has("birches");
  const count = Math.round((isNear ? 13 : 46 - share * 24) * (width / height > 1 ? 1.25 : 0.8));
  for (let tree = 0; tree < count; tree += 1) {
    const x = between(random, -padX, width + padX);
    const clear = Math.abs(x - width / 2) / (width * 0.2);
    if (isNear && clear < 1) continue;
    const tone = shade(color, between(random, 0.9, 1.12));
    const place = { x, bottom: floor(x) + unit, top: -padY };
    if (hasBirches && (isNear || random() < 0.62)) {
      const wide = unit * (isNear ? 1.9 : 0.45 + share) * between(random, 0.7, 1.3);
      drawBirch(brush, { ...place, width: wide, tone: birch });
    } else if (isNear) {
      const wide = unit * (1.2 + share * 3) * between(random, 0.7, 1.2);
      drawTrunk(brush, { ...place, width: wide, color: tone, light: palette.horizon });
    } else {
      drawPine(brush, {
        ...place,
        height: unit * (22 + share * 40) * between(random, 0.7, 1.2),
        color: tone,
        detail: stage.isPro ? 1.9 : 1.3,
        snow: snowOn(stage, depth),
      });
    }
  }
}

function drawUndergrowth(brush: Brush, { share, floor }: TreeRow, ground: Rgb): void {
  const { stage, random } = brush;
  const { palette, unit, width, padX } = stage;
  const tones = [css(shade(ground, 0.7)), css(mix(ground, palette.horizon, 0.16))] as const;
  drawGrass(brush, {
    count: (stage.isPro ? 700 : 380) * (snowOn(stage, 1) ? 0.2 : 1),
    x0: -padX,
    x1: width + padX,
    bottom: (x) => floor(x) + between(random, 0, unit * 7),
    height: unit * (0.8 + share * 3),
    tone: (chance) => (chance() < 0.6 ? tones[0] : tones[1]),
  });
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

/** Dark ferns in the foreground, higher at the sides. */
function paintFerns(stage: Stage): Layer {
  const { palette, unit, width, height, padX, padY } = stage;
  const random = stage.random("ferns");
  const frost = snowOn(stage, 1);
  const fern = mix(palette.dark, seenAt(palette, hex("#1b3320"), 1), 0.5);
  const color = frost ? mix(fern, frost, 0.7) : fern;
  const tones = [css(shade(color, 0.8)), css(shade(color, 1.35))] as const;
  return paintLayer(
    stage,
    {
      depth: 1,
      top: height * 0.62,
      sway:
        ({ seconds }) =>
        (row) =>
          Math.sin(seconds * 1.3 + row / (unit * 26)) * Math.max(0, height - row) * 0.035,
    },
    (context) => {
      for (let fern = 0; fern < 26; fern += 1) {
        const x = between(random, -padX, width + padX);
        const edge = Math.min(1, Math.abs(x - width / 2) / (width * 0.5));
        drawFern(
          { context, stage, random },
          {
            x,
            bottom: height + padY,
            height: unit * (9 + 16 * edge ** 2),
            tone: tones[fern % 2] ?? tones[0],
          },
        );
      }
    },
  );
}
