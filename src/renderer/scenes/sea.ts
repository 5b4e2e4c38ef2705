/** The open sea: a distant coast, a boat, a lighthouse, swell and surf. */
import type { SKRSContext2D } from "@napi-rs/canvas";
import { paintNightSky } from "#renderer/paint/sky/night-sky.ts";
import { css, hex, mix, type Rgb, shade } from "../paint/color.ts";
import { fillBelow, rolling } from "../paint/land/land.ts";
import { paintGlints, paintWater } from "../paint/land/water.ts";
import { seenAt } from "../paint/palette.ts";
import { paintClouds } from "../paint/sky/clouds.ts";
import { paintSky, type SkyLight, skyLight } from "../paint/sky/sky.ts";
import { type Layer, type Picture, paintLayer, type Stage } from "../paint/stage.ts";
import { paintLighthouse } from "../paint/town/lighthouse.ts";

export function paintSea(stage: Stage): Picture {
  const horizon = stage.height > stage.width ? 0.5 : 0.54;
  const { palette, unit, plan } = stage;
  const isRough = plan.weather === "storm";
  const light = skyLight(stage, horizon);
  const deep = seenAt(palette, isRough ? hex("#23424e") : hex("#126a80"), 0.9);
  const picture: Picture = [
    paintSky(stage, light, horizon),
    ...paintNightSky(stage, light, horizon),
  ];
  if (stage.has("clouds")) picture.push(paintClouds(stage, light, horizon));
  picture.push(paintCoast(stage, horizon));
  picture.push(paintWater(stage, light, { horizon, deep, roughness: isRough ? 1 : 0.45 }));
  if (light.disc > 0) picture.push(paintGlints(stage, light, horizon));
  if (stage.has("boat")) picture.push(paintBoat(stage, horizon, light));
  if (stage.has("lighthouse")) picture.push(...paintLighthouse(stage, horizon));
  // A calm sea has one line of surf in the foreground, a rough one has three.
  for (const [index, share] of (isRough ? [0.34, 0.67, 1] : [1]).entries()) {
    const at = horizon + (1 - horizon) * (0.32 + 0.52 * share);
    const color = mix(
      mix(deep, palette.skyMiddle, 0.5 - share * 0.15),
      palette.dark,
      0.1 + share * 0.28,
    );
    const lift = unit * (isRough ? 2.6 : 1) * (0.5 + share);
    picture.push(paintSwell(stage, { index, at, share, color, lift }));
  }
  return picture;
}

interface Swell {
  index: number;
  /** Its height, as a share of the frame. */
  at: number;
  /** How near it is: 1 is the nearest. */
  share: number;
  color: Rgb;
  /** How far it rises and falls, in pixels. */
  lift: number;
}

/** A rocking line of swell with foam along its crest. */
function paintSwell(stage: Stage, { index, at, share, color, lift }: Swell): Layer {
  const { unit, palette, height } = stage;
  const isRough = stage.plan.weather === "storm";
  const outline = rolling(stage, `swell-${index}`, {
    at,
    width: 20 + share * 22,
    height: (isRough ? 13 : 5.5) * (0.6 + share),
    octaves: 3,
  });
  const foam = mix(palette.horizon, hex("#ffffff"), 0.45);
  const random = stage.random(`foam-${index}`);
  return paintLayer(
    stage,
    {
      depth: 0.45 + share * 0.55,
      top: height * at - unit * 14,
      drift: ({ seconds }) => ({
        x: Math.sin(seconds * 0.5 + index * 1.9) * unit * 2.4,
        y: Math.sin(seconds * (1 + share * 0.3) + index * 2.2) * lift + lift,
      }),
    },
    (context) => {
      fillBelow({ context, stage }, outline, {
        crest: mix(color, palette.horizon, 0.16),
        bottom: color,
        depth: height * 0.12,
      });
      context.lineCap = "round";
      for (let x = -stage.padX; x < stage.width + stage.padX; x += unit * 0.7) {
        if (random() < (isRough ? 0.25 : 0.5)) continue;
        const run = unit * (1 + random() * 5);
        const drop = random() ** 2 * unit * (1 + share * 4.4);
        context.strokeStyle = css(foam, (isRough ? 0.5 : 0.3) * (1 - drop / (unit * 7)));
        context.lineWidth = unit * (0.1 + share * 0.16) * (0.5 + random());
        context.beginPath();
        context.moveTo(x, outline(x) + drop);
        context.quadraticCurveTo(
          x + run / 2,
          outline(x + run / 2) + drop * 0.9,
          x + run,
          outline(x + run) + drop,
        );
        context.stroke();
      }
    },
  );
}

function paintCoast(stage: Stage, horizon: number): Layer {
  const { palette, height, width, unit } = stage;
  const hills = rolling(stage, "coast", { at: horizon, width: 40, height: 20, octaves: 5 });
  const side = stage.random("coast-side")() < 0.5 ? -1 : 1;
  const outline = (x: number) => {
    const towards = Math.max(0, ((x - width / 2) / width) * side + 0.02);
    return (
      height * horizon +
      unit * 0.3 -
      Math.max(0, height * horizon - hills(x) + unit * 7) * Math.min(1, towards * 2.6)
    );
  };
  const color = seenAt(palette, hex("#3c5560"), 0.34);
  return paintLayer(
    stage,
    { depth: 0.12, top: height * horizon - unit * 22, bottom: height * horizon + unit * 2 },
    (context) =>
      fillBelow({ context, stage }, outline, {
        crest: color,
        bottom: mix(color, palette.haze, 0.6),
        depth: unit * 11,
      }),
  );
}

/** A drifting, rocking sailing boat with its reflection. */
function paintBoat(stage: Stage, horizon: number, light: SkyLight): Layer {
  const { palette, width, height, unit, padX } = stage;
  const random = stage.random("boat");
  const x =
    light.x < width / 2 ? width * (0.56 + random() * 0.14) : width * (0.3 + random() * 0.14);
  const y = height * (horizon + 0.075);
  const hull = mix(palette.dark, palette.haze, 0.12);
  const sail = mix(shade(palette.horizon, 0.95), palette.dark, 0.28);
  const size = unit * 11;
  return paintLayer(
    stage,
    {
      depth: 0.42,
      top: y - size * 1.3,
      bottom: y + size,
      drift: ({ seconds }) => ({
        x: Math.min(padX, seconds * unit * 0.55 * stage.plan.pace),
        y: Math.sin(seconds * 1.5) * unit * 0.22,
      }),
      sway:
        ({ seconds }) =>
        (row) => {
          const above = y - row;
          return above > 0
            ? (above / size) * Math.sin(seconds * 1.3) * unit * 0.5
            : Math.sin(row / (unit * 0.5) + seconds * 4) * unit * 0.3;
        },
    },
    (context) => {
      for (const [flip, alpha] of [
        [1, 1],
        [-0.55, 0.32],
      ] as const) {
        context.save();
        context.translate(x, y);
        context.scale(1, flip);
        context.globalAlpha = alpha;
        drawBoat(context, size, { hull, sail });
        context.restore();
      }
    },
  );
}

function drawBoat(
  context: SKRSContext2D,
  size: number,
  { hull, sail }: { hull: Rgb; sail: Rgb },
): void {
  const path = (points: string, color: Rgb) => {
    context.fillStyle = css(color);
    context.beginPath();
    const [x0 = 0, y0 = 0, ...rest] = points.split(" ").map((value) => Number(value) * size);
    context.moveTo(x0, y0);
    for (let index = 0; index < rest.length; index += 4) {
      context.quadraticCurveTo(
        rest[index] ?? 0,
        rest[index + 1] ?? 0,
        rest[index + 2] ?? 0,
        rest[index + 3] ?? 0,
      );
    }
    context.closePath();
    context.fill();
  };
  path("0.03 -0.12 0.5 -0.28 0.44 -0.12 0.2 -0.08 0.03 -0.12", shade(sail, 0.85));
  path("0.03 -1.05 0.42 -0.6 0.46 -0.16 0.2 -0.12 0.03 -0.14", sail);
  path("-0.02 -0.9 -0.26 -0.5 -0.4 -0.17 -0.2 -0.12 -0.02 -0.14", shade(sail, 0.9));
  path("0.01 -1.1 0.02 -0.5 0.02 0 0 0 -0.005 0", hull);
  path(
    "-0.5 -0.1 0 -0.04 0.56 -0.12 0.46 0.04 0.34 0.05 0 0.08 -0.36 0.05 -0.44 0 -0.5 -0.1",
    hull,
  );
}
