/** Below the sea's surface: shafts of light, seaweed, bubbles and fish. */
import { Path2D } from "@napi-rs/canvas";
import { css, hex, mix, type Rgb, shade } from "../paint/color.ts";
import { drawGrass } from "../paint/land/flora.ts";
import { fillBelow, rolling } from "../paint/land/land.ts";
import { glows } from "../paint/sky/particles.ts";
import { paintSky } from "../paint/sky/sky.ts";
import {
  even,
  type Layer,
  type Overlay,
  type Picture,
  paintImage,
  paintLayer,
  type Stage,
} from "../paint/stage.ts";
import { between } from "../plan/prng.ts";

const FISH =
  "M98 50C90 34 68 24 46 30C36 33 26 40 18 46C12 38 6 32 0 28C3 40 4 46 4 51C4 58 3 64 0 74C6 69 12 63 18 56C28 64 38 70 50 71C72 73 90 64 98 50ZM40 32C44 20 56 16 66 18C66 24 64 28 62 30ZM52 70C54 78 60 82 66 82C67 76 66 72 64 69Z";

/** Paints the underwater scene with its fish. */
export function paintUnderwater(stage: Stage): Picture {
  const { palette, width, height, unit } = stage;
  const night = stage.plan.timeOfDay === "night" ? 0.4 : 1;
  const water = {
    ...palette,
    skyTop: mix(shade(hex("#3fc3c9"), night), palette.horizon, 0.2),
    skyMiddle: mix(shade(hex("#14789c"), night), palette.skyMiddle, 0.15),
    horizon: shade(hex("#06304f"), night),
    haze: shade(hex("#0f5f80"), night),
  };
  const sea: Stage = { ...stage, palette: water };
  const picture: Picture = [
    paintSky(
      sea,
      { x: width * 0.4, y: -height * 0.1, radius: 0, disc: 0, glow: 0.8 * night },
      1.05,
    ),
  ];
  picture.push(paintShafts(sea));
  picture.push(
    shoal(sea, {
      name: "far",
      count: 14,
      size: 5,
      depth: 0.25,
      tone: mix(water.haze, hex("#0a3a55"), 0.5),
    }),
  );
  picture.push(...[0.3, 0.6].map((depth, index) => paintReef(sea, index, depth)));
  picture.push(shoal(sea, { name: "near", count: 4, size: 15, depth: 0.7, tone: hex("#e8843a") }));
  picture.push(paintWeed(sea));
  const spread = { x0: 0, x1: width, y0: height * 0.5, y1: height * 1.1 };
  picture.push(
    glows(sea, {
      name: "bubbles",
      count: 34,
      color: hex("#d8f6ff"),
      spread,
      rise: unit * 6,
      size: 0.24,
      depth: 0.8,
    }),
  );
  return picture;
}

function paintReef(stage: Stage, index: number, depth: number): Layer {
  const { height, palette } = stage;
  const floor = rolling(stage, `reef-${index}`, { at: 0.82 + index * 0.07, width: 26, height: 12 });
  const color = mix(palette.haze, hex("#04202f"), 0.35 + index * 0.4);
  return paintLayer(stage, { depth }, (context) =>
    fillBelow({ context, stage }, floor, {
      crest: color,
      bottom: shade(color, 0.6),
      depth: height * 0.2,
    }),
  );
}

/** Seaweed in the foreground, swaying. */
function paintWeed(stage: Stage): Layer {
  const { width, height, unit, padX } = stage;
  const weed = hex("#0a3d3a");
  const random = stage.random("weed");
  return paintLayer(
    stage,
    {
      depth: 1,
      top: height * 0.7,
      sway:
        ({ seconds }) =>
        (row) =>
          Math.sin(seconds * 1.1 + row / (unit * 13)) * Math.max(0, height - row) * 0.09,
    },
    (context) =>
      drawGrass(
        { context, stage, random },
        {
          count: 150,
          x0: -padX,
          x1: width + padX,
          bottom: () => height * 1.06,
          height: unit * 24,
          tone: (chance) => css(shade(weed, between(chance, 0.5, 1.5))),
        },
      ),
  );
}

function paintShafts(stage: Stage): Layer {
  const { width, height, unit, padY } = stage;
  const random = stage.random("sea-shafts");
  return paintLayer(
    stage,
    {
      depth: 0.15,
      bottom: height * 0.85,
      opacity: ({ seconds }) => 0.7 + 0.3 * Math.sin(seconds * 1.1),
    },
    (context) => {
      context.filter = `blur(${Math.round(unit)}px)`;
      for (let index = 0; index < 12; index += 1) {
        const x = between(random, -0.1, 1) * width;
        const wide = unit * between(random, 1, 5);
        const shaft = context.createLinearGradient(0, -padY, 0, height * 0.8);
        shaft.addColorStop(0, "rgba(214,255,246,0.3)");
        shaft.addColorStop(1, "rgba(214,255,246,0)");
        context.fillStyle = shaft;
        context.beginPath();
        context.moveTo(x - wide, -padY);
        context.lineTo(x + wide, -padY);
        context.lineTo(x + wide * 3 + (x - width * 0.4) * 0.5, height * 0.8);
        context.lineTo(x - wide * 2 + (x - width * 0.4) * 0.5, height * 0.8);
        context.fill();
      }
    },
  );
}

interface Shoal {
  name: string;
  count: number;
  /** Length of a fish, in units. */
  size: number;
  depth: number;
  tone: Rgb;
}

/** Fish that swim across the frame with beating tails: the image swings, the head least. */
function shoal(stage: Stage, style: Shoal): Overlay {
  const { width, height, unit, palette, plan } = stage;
  const random = stage.random(`shoal-${style.name}`);
  const length = even(unit * style.size);
  const facing = stage.random("facing")() < 0.5 ? -1 : 1;
  const image = paintImage(length, length, (context) => {
    context.scale((length / 100) * facing, length / 100);
    if (facing < 0) context.translate(-100, 0);
    const body = context.createLinearGradient(0, 24, 0, 76);
    body.addColorStop(0, css(mix(style.tone, palette.skyTop, 0.45)));
    body.addColorStop(0.5, css(style.tone));
    body.addColorStop(1, css(shade(style.tone, 0.45)));
    context.fillStyle = body;
    context.fill(new Path2D(FISH));
    context.fillStyle = css(hex("#0a1418"));
    context.beginPath();
    context.arc(84, 45, 2.6, 0, 6.3);
    context.fill();
    context.strokeStyle = css(hex("#ffffff"), 0.35);
    context.lineWidth = 1.6;
    context.stroke(new Path2D("M74 36C70 46 70 56 74 63"));
  });
  const fish = Array.from({ length: style.count }, (_, index) => ({
    x: (index + 0.5) / style.count + between(random, -0.08, 0.08),
    y: between(random, 0.24, 0.66),
    phase: random() * 6.28,
    scale: between(random, 0.7, 1.1),
  }));
  return {
    kind: "overlay",
    draw: (frame, { seconds }, view) => {
      const at = view(style.depth);
      for (const one of fish) {
        const run = one.x + facing * seconds * 0.035 * plan.pace * (0.7 + style.depth);
        const x = (run - Math.floor(run)) * 1.3 - 0.15;
        const left = x * width + at.x - length / 2;
        const top = one.y * height + Math.sin(seconds * 1.2 + one.phase) * unit * 1.1 + at.y;
        const wave = (row: number) =>
          Math.sin(seconds * 5 + one.phase + row / (length * 0.5)) * length * 0.014;
        frame.draw(image, { left, top, scale: one.scale, sway: wave });
      }
    },
  };
}
