/** A narrow street between house fronts: signs, lanterns, awnings, and a wet, reflecting pavement. */
import type { SKRSContext2D } from "@napi-rs/canvas";
import { paintNightSky } from "#renderer/paint/sky/night-sky.ts";
import { css, hex, mix, type Rgb, shade } from "../paint/color.ts";
import { groundColor, snowOn } from "../paint/land/ground.ts";
import { seenAt } from "../paint/palette.ts";
import { paintMist } from "../paint/sky/mist.ts";
import { paintSky, skyLight } from "../paint/sky/sky.ts";
import { type Layer, type Picture, paintLayer, type Stage } from "../paint/stage.ts";
import { drawLantern, drawShopFront } from "../paint/town/market.ts";
import { between } from "../plan/prng.ts";

/** A pair of house fronts at one distance, like the wings of a stage set. */
interface Wing {
  depth: number;
  /** Half of the gap between the fronts, as a share of the frame's width. */
  gap: number;
  /** Roof and pavement, as shares of the frame's height. */
  top: number;
  bottom: number;
}

const WINGS: readonly Wing[] = [
  { depth: 0.3, gap: 0.1, top: 0.2, bottom: 0.64 },
  { depth: 0.45, gap: 0.17, top: 0.06, bottom: 0.68 },
  { depth: 0.62, gap: 0.27, top: -0.12, bottom: 0.745 },
  { depth: 0.8, gap: 0.4, top: -0.3, bottom: 0.85 },
];

export function paintStreet(stage: Stage): Picture {
  const { palette } = stage;
  const horizon = 0.6;
  const light = skyLight(stage, horizon);
  const picture: Picture = [
    paintSky(stage, light, horizon),
    ...paintNightSky(stage, light, horizon),
    paintPavement(stage, horizon),
    paintFarEnd(stage, horizon),
  ];
  const isLit = stage.has("lights") && stage.plan.timeOfDay !== "day";
  const air = isLit ? mix(palette.haze, hex("#d9628a"), 0.3) : palette.haze;
  for (const [index, wing] of WINGS.entries()) {
    picture.push(paintWing(stage, wing, { index, isLit }));
    if (index === 1)
      picture.push(
        paintMist(stage, {
          name: "steam",
          depth: wing.depth + 0.05,
          at: 0.56,
          reach: 0.16,
          color: air,
          strength: 0.42,
        }),
      );
    if (index === 2 && stage.has("lights")) picture.push(paintLanterns(stage));
  }
  return picture;
}

/** The far end of the street: a pale front in the haze. */
function paintFarEnd(stage: Stage, horizon: number): Layer {
  const { palette, width, height, unit } = stage;
  const random = stage.random("far-end");
  const isLit = stage.has("lights") && stage.plan.timeOfDay !== "day";
  const wall = mix(palette.haze, isLit ? hex("#c8527a") : palette.horizon, 0.4);
  const top = height * 0.3;
  const bottom = height * (horizon + 0.035);
  return paintLayer(stage, { depth: 0.2, top: top - unit, bottom }, (context) => {
    const front = context.createLinearGradient(0, top, 0, bottom);
    front.addColorStop(0, css(mix(wall, palette.skyTop, 0.5)));
    front.addColorStop(1, css(wall));
    context.fillStyle = front;
    context.fillRect(width * 0.36, top, width * 0.28, bottom - top);
    for (let y = top + unit * 2; y < bottom - unit * 4; y += unit * 2.6) {
      for (let x = width * 0.37; x < width * 0.63; x += unit * 2.2) {
        if (random() < 0.55) continue;
        context.fillStyle = css(isLit ? palette.lamp : palette.skyMiddle, 0.45);
        context.fillRect(x, y, unit * 1.1, unit * 1.5);
      }
    }
  });
}

/** Both fronts of a wing, each with its shop, signs and lanterns. */
function paintWing(
  stage: Stage,
  wing: Wing,
  { index, isLit }: { index: number; isLit: boolean },
): Layer {
  const { palette, width, height, unit, padX } = stage;
  const random = stage.random(`wing-${index}`);
  const wall = mix(
    seenAt(palette, hex("#5d5a66"), wing.depth + 0.1),
    palette.dark,
    isLit ? 0.62 : 0.12,
  );
  const top = height * wing.top;
  const bottom = height * wing.bottom;
  const snow = snowOn(stage, wing.depth);
  return paintLayer(stage, { depth: wing.depth }, (context) => {
    for (const side of [-1, 1] as const) {
      const edge = width * (0.5 + side * wing.gap) + side * unit * between(random, -1, 1);
      const out = side < 0 ? -padX : width + padX;
      const roof = top + unit * between(random, -4, 4);
      const front = context.createLinearGradient(edge, 0, edge + side * unit * 40, 0);
      front.addColorStop(0, css(mix(wall, isLit ? hex("#8a4a6a") : palette.horizon, 0.28)));
      front.addColorStop(1, css(shade(wall, 0.8)));
      context.fillStyle = front;
      context.fillRect(Math.min(edge, out), roof, Math.abs(out - edge), bottom - roof);
      if (snow) {
        context.fillStyle = css(snow);
        context.fillRect(Math.min(edge, out), roof - unit * 0.6, Math.abs(out - edge), unit * 1.2);
      }
      const size = unit * (4 + wing.depth * 15);
      drawShopFront({ context, stage, random }, { edge, side, bottom, size, wall, isLit });
    }
  });
}

/** The pavement, from the far end to the camera, with long reflections when wet or at night. */
function paintPavement(stage: Stage, horizon: number): Layer {
  const { palette, width, height, padX, padY, unit, plan } = stage;
  const top = height * horizon;
  const bottom = height + padY;
  const isWet = plan.weather === "rain" || plan.weather === "storm";
  const isLit = stage.has("lights") && plan.timeOfDay !== "day";
  const stone = seenAt(palette, groundColor(stage, hex("#6a6a72")), 0.85);
  return paintLayer(
    stage,
    {
      depth: 0.66,
      top,
      ...(isWet && {
        sway:
          ({ seconds }) =>
          (row) => {
            const down = Math.max(0, row - top) / (height - top);
            return (
              Math.sin(Math.sqrt(down + 0.02) * 60 - seconds * 3.1) * unit * (0.1 + down * 0.5)
            );
          },
      }),
    },
    (context) => {
      const ground = context.createLinearGradient(0, top, 0, bottom);
      ground.addColorStop(0, css(mix(stone, palette.horizon, 0.35)));
      ground.addColorStop(1, css(mix(stone, palette.dark, isLit ? 0.75 : 0.3)));
      context.fillStyle = ground;
      context.fillRect(-padX, top, width + 2 * padX, bottom - top);
      if (isLit || isWet)
        drawReflections(context, stage, { top, bottom, strength: isWet ? 0.62 : 0.3 });
    },
  );
}

function drawReflections(
  context: SKRSContext2D,
  stage: Stage,
  { top, bottom, strength }: { top: number; bottom: number; strength: number },
): void {
  const { palette, width, height, unit } = stage;
  const random = stage.random("reflections");
  const colors: readonly Rgb[] = [palette.lamp, hex("#ff7a45"), hex("#e8452f"), hex("#2fd3d8")];
  for (let index = 0; index < 26; index += 1) {
    const across = between(random, -1, 1);
    const near = random();
    const x = width * (0.5 + across * (0.1 + near * 0.42));
    const wide = unit * between(random, 0.8, 3) * (0.6 + near * 1.4);
    const from = top + (bottom - top) * near * 0.35;
    const until = from + height * between(random, 0.12, 0.3);
    const streak = context.createLinearGradient(0, from, 0, until);
    const color = colors[Math.floor(random() * colors.length)] ?? palette.lamp;
    streak.addColorStop(0, css(color, 0));
    streak.addColorStop(0.15, css(color, strength * between(random, 0.5, 1)));
    streak.addColorStop(1, css(color, 0));
    context.fillStyle = streak;
    context.beginPath();
    context.ellipse(x, (from + until) / 2, wide, (until - from) / 2, 0, 0, Math.PI * 2);
    context.fill();
  }
}

/** Swaying strings of lanterns between the fronts. */
function paintLanterns(stage: Stage): Layer {
  const { width, height, unit, palette } = stage;
  const random = stage.random("lanterns");
  const isLit = stage.plan.timeOfDay !== "day";
  return paintLayer(
    stage,
    {
      depth: 0.55,
      top: height * 0.2,
      bottom: height * 0.66,
      sway:
        ({ seconds }) =>
        (row) =>
          Math.sin(seconds * 1.2) * Math.max(0, row / height - 0.25) * unit * 1.6,
    },
    (context) => {
      for (const [y, half, size] of [
        [0.42, 0.19, 1.5],
        [0.27, 0.31, 2.5],
      ] as const) {
        const sag = height * 0.06;
        context.strokeStyle = css(palette.dark, 0.8);
        context.lineWidth = unit * 0.16;
        context.beginPath();
        context.moveTo(width * (0.5 - half), height * y);
        context.quadraticCurveTo(width / 2, height * y + sag * 2, width * (0.5 + half), height * y);
        context.stroke();
        for (let index = 0; index < 5; index += 1) {
          const t = (index + 0.5) / 5;
          const x = width * (0.5 + half * (2 * t - 1));
          const hang = height * y + sag * 4 * t * (1 - t);
          drawLantern(
            { context, stage, random },
            { x, y: hang + unit * size, size: unit * size, isLit },
          );
        }
      }
    },
  );
}
