/** A skyline at three depths, above water or a wet street that reflects it. */
import type { SKRSContext2D } from "@napi-rs/canvas";
import { paintNightSky } from "#renderer/paint/sky/night-sky.ts";
import { projectPoint } from "../compose/camera.ts";
import { toYuv } from "../compose/planes.ts";
import { css, hex, mix, shade } from "../paint/color.ts";
import { seenAt } from "../paint/palette.ts";
import { paintClouds } from "../paint/sky/clouds.ts";
import { paintMist } from "../paint/sky/mist.ts";
import { paintSky, skyLight } from "../paint/sky/sky.ts";
import { type Overlay, type Picture, paintLayer, type Stage } from "../paint/stage.ts";
import { type CityRow, drawBuildings } from "../paint/town/buildings.ts";
import { between } from "../plan/prng.ts";

export function paintCity(stage: Stage): Picture {
  const { palette, width, height, unit } = stage;
  const ground = height > width ? 0.74 : 0.72;
  const light = skyLight(stage, ground * 0.9);
  const picture: Picture = [paintSky(stage, light, ground), ...paintNightSky(stage, light, ground)];
  if (stage.has("clouds")) picture.push(paintClouds(stage, light, ground));
  const tall = height > width ? 1.4 : 1;
  const rows: CityRow[] = [
    { name: "far", depth: 0.2, bottom: ground, height: 34 * tall, width: 5 },
    { name: "middle", depth: 0.4, bottom: ground, height: 43 * tall, width: 7.5 },
    { name: "near", depth: 0.62, bottom: ground, height: 29 * tall, width: 10.5 },
  ];
  for (const row of rows) {
    picture.push(
      paintLayer(stage, { depth: row.depth, bottom: height * ground + unit * 2 }, (context) =>
        drawBuildings(context, stage, row),
      ),
    );
    if (row.name !== "near") {
      const color = mix(palette.haze, palette.horizon, 0.4);
      picture.push(
        paintMist(stage, {
          name: row.name,
          depth: row.depth + 0.05,
          at: ground - 0.03,
          reach: 0.2,
          color,
          strength: 0.5,
        }),
      );
    }
  }
  picture.push(paintReflection(stage, rows, ground));
  picture.push(paintQuay(stage, ground));
  if (stage.has("lights")) picture.push(traffic(stage, ground));
  return picture;
}

/** The reflection of the skyline in dark water, broken by ripples. */
function paintReflection(stage: Stage, rows: CityRow[], ground: number) {
  const { palette, width, height, padX, padY, unit } = stage;
  const top = height * ground;
  const bottom = height + padY;
  return paintLayer(
    stage,
    {
      depth: 0.62,
      top,
      sway:
        ({ seconds }) =>
        (row) => {
          const down = Math.max(0, row - top) / (height - top);
          const turn = Math.sqrt(down + 0.01) * 46 - seconds * 2.4;
          return (Math.sin(turn) + 0.5 * Math.sin(turn * 2.7 + 1)) * unit * (0.1 + down * 0.75);
        },
    },
    (context) => {
      const sky = context.createLinearGradient(0, top, 0, bottom);
      sky.addColorStop(0, css(mix(palette.horizon, palette.dark, 0.25)));
      sky.addColorStop(1, css(mix(palette.skyTop, palette.dark, 0.45)));
      context.fillStyle = sky;
      context.fillRect(-padX, top, width + 2 * padX, bottom - top);
      context.save();
      context.beginPath();
      context.rect(-padX, top, width + 2 * padX, bottom - top);
      context.clip();
      context.translate(0, top);
      context.scale(1, -0.72);
      context.translate(0, -top);
      context.globalAlpha = 0.75;
      for (const row of rows) drawBuildings(context, stage, row);
      context.restore();
      const veil = context.createLinearGradient(0, top, 0, bottom);
      veil.addColorStop(0, css(palette.dark, 0.12));
      veil.addColorStop(1, css(palette.dark, 0.72));
      context.fillStyle = veil;
      context.fillRect(-padX, top, width + 2 * padX, bottom - top);
      drawRipples(context, stage, { top, bottom });
    },
  );
}

function drawRipples(
  context: SKRSContext2D,
  stage: Stage,
  { top, bottom }: { top: number; bottom: number },
): void {
  const { palette, width, padX, unit } = stage;
  const random = stage.random("ripples");
  for (let index = 0; index < (stage.isPro ? 900 : 420); index += 1) {
    const down = random() ** 1.4;
    const x = between(random, -padX, width + padX);
    const isBright = random() < 0.4;
    context.fillStyle = css(
      isBright ? palette.horizon : palette.dark,
      between(random, 0.06, isBright ? 0.2 : 0.3),
    );
    context.fillRect(
      x,
      top + down * (bottom - top),
      unit * (1 + down * 9) * random(),
      unit * (0.06 + down * 0.2),
    );
  }
}

/** The edge of the land, with its lamps. */
function paintQuay(stage: Stage, ground: number) {
  const { palette, width, height, padX, unit } = stage;
  const y = height * ground;
  const wall = mix(palette.dark, seenAt(palette, hex("#4c5460"), 0.8), 0.35);
  return paintLayer(
    stage,
    { depth: 0.64, top: y - unit * 6, bottom: y + unit * 1.2 },
    (context) => {
      context.fillStyle = css(wall);
      context.fillRect(-padX, y - unit * 0.9, width + 2 * padX, unit * 1.9);
      context.fillStyle = css(shade(wall, 1.5));
      context.fillRect(-padX, y - unit * 0.9, width + 2 * padX, unit * 0.14);
      for (let x = -padX; x < width + padX; x += unit * 7) {
        context.fillStyle = css(wall);
        context.fillRect(x, y - unit * 3.6, unit * 0.16, unit * 3);
        if (!stage.has("lights") || stage.plan.timeOfDay === "day") continue;
        const glow = context.createRadialGradient(
          x,
          y - unit * 3.7,
          0,
          x,
          y - unit * 3.7,
          unit * 2.2,
        );
        glow.addColorStop(0, css(palette.lamp, 0.95));
        glow.addColorStop(0.14, css(palette.lamp, 0.7));
        glow.addColorStop(0.3, css(palette.lamp, 0.2));
        glow.addColorStop(1, css(palette.lamp, 0));
        context.fillStyle = glow;
        context.fillRect(x - unit * 2.2, y - unit * 5.9, unit * 4.4, unit * 4.4);
      }
    },
  );
}

/** Headlights and tail lights along the quay, and beacons on the roofs. */
function traffic(stage: Stage, ground: number): Overlay {
  const random = stage.random("traffic");
  const { width, height, unit } = stage;
  const cars = Array.from({ length: 22 }, () => ({
    x: random() * 1.3,
    speed: between(random, 0.035, 0.075) * (random() < 0.5 ? -1 : 1),
  }));
  const head = toYuv(255, 240, 205);
  const tail = toYuv(255, 74, 52);
  const y = height * ground - unit * 1.25;
  return {
    kind: "overlay",
    draw: (frame, { seconds }, view) => {
      const at = view(0.64);
      for (const car of cars) {
        const run = car.x + car.speed * seconds * stage.plan.pace;
        const x = (run - Math.floor(run / 1.3) * 1.3 - 0.15) * width;
        const forward = Math.sign(car.speed);
        const { x: sx, y: sy } = projectPoint(at, frame, { x, y });
        frame.dot({ x: sx + forward * unit * 0.9, y: sy }, unit * 0.8, {
          color: head,
          opacity: 0.2,
        });
        frame.dot({ x: sx + forward * unit * 0.7, y: sy }, unit * 0.22, {
          color: head,
          opacity: 0.95,
        });
        frame.dot({ x: sx - forward * unit * 0.7, y: sy }, unit * 0.18, {
          color: tail,
          opacity: 0.9,
        });
      }
    },
  };
}
