/** A lighthouse on its rock, with a rotating beam. */

import type { SKRSContext2D } from "@napi-rs/canvas";
import { projectPoint } from "../../compose/camera.ts";
import type { PlanarImage } from "../../compose/planes.ts";
import { between } from "../../plan/prng.ts";
import { css, hex, mix, type Rgb, shade } from "../color.ts";
import { seenAt } from "../palette.ts";
import { even, type Overlay, type Picture, paintImage, paintLayer, type Stage } from "../stage.ts";

const DEPTH = 0.5;

/** Cones have no detail, so they are painted at half size. */
const CONE_SCALE = 0.5;

/** Number of painted cone lengths. */
const PHASES = 20;

/** Paints the tower at the left or right third, in the water. */
export function paintLighthouse(stage: Stage, horizon: number): Picture {
  const { palette, width, height, unit } = stage;
  const x = width * (stage.random("lighthouse")() < 0.5 ? 0.2 : 0.8);
  const bottom = height * (horizon + 0.07);
  const high = unit * 26;
  const wall = seenAt(palette, hex("#f1ece4"), 0.8);
  const stripe = seenAt(palette, hex("#b8433a"), 0.8);
  const rock = mix(palette.dark, palette.haze, 0.12);
  const layer = paintLayer(
    stage,
    { depth: DEPTH, top: bottom - high - unit * 8, bottom: bottom + unit * 7 },
    (context) => {
      drawHeadland(context, stage, { x, bottom, rock });
      for (let part = 0; part < 6; part += 1) {
        const lower = 1 - (part / 6) * 0.42;
        const upper = 1 - ((part + 1) / 6) * 0.42;
        const y = bottom - unit * 4 - (high * part) / 7;
        const gradient = context.createLinearGradient(x - unit * 3, 0, x + unit * 3, 0);
        const color = part % 2 ? stripe : wall;
        gradient.addColorStop(0, css(color));
        gradient.addColorStop(1, css(shade(color, 0.55)));
        context.fillStyle = gradient;
        context.beginPath();
        context.moveTo(x - unit * 2.6 * lower, y);
        context.lineTo(x + unit * 2.6 * lower, y);
        context.lineTo(x + unit * 2.6 * upper, y - high / 7 - 1);
        context.lineTo(x - unit * 2.6 * upper, y - high / 7 - 1);
        context.fill();
      }
      const top = bottom - unit * 4 - (high * 6) / 7;
      context.fillStyle = css(rock);
      context.fillRect(x - unit * 2.2, top - unit * 0.5, unit * 4.4, unit * 0.7);
      context.fillStyle = css(palette.lamp);
      context.fillRect(x - unit * 1.1, top - unit * 3, unit * 2.2, unit * 2.5);
      context.fillStyle = css(rock);
      context.beginPath();
      context.moveTo(x - unit * 1.7, top - unit * 3);
      context.lineTo(x, top - unit * 5);
      context.lineTo(x + unit * 1.7, top - unit * 3);
      context.fill();
    },
  );
  return [layer, beam(stage, x, bottom - unit * 5.7 - (high * 6) / 7)];
}

/** A dark headland that descends in steps from the side of the frame to the water. */
function drawHeadland(
  context: SKRSContext2D,
  stage: Stage,
  { x, bottom, rock }: { x: number; bottom: number; rock: Rgb },
): void {
  const { palette, unit, width } = stage;
  // Outwards means towards the nearer edge of the frame.
  context.save();
  context.translate(x, bottom);
  context.scale(x > width / 2 ? unit : -unit, unit);
  const outline = (lift: number) => {
    context.beginPath();
    context.moveTo(-24, 6);
    for (const [px, py] of [
      [-22, 2.4],
      [-18, 1.6],
      [-15, -1.2],
      [-11.5, -1.8],
      [-9, -4],
      [-4, -4.8],
      [5, -4.6],
      [9, -6.2],
      [16, -6.8],
      [22, -9.4],
      [40, -11],
      [80, -14],
      [80, 6],
    ] as const)
      context.lineTo(px, py + lift);
    context.fill();
  };
  context.fillStyle = css(mix(rock, palette.horizon, 0.4));
  outline(0);
  const face = context.createLinearGradient(-10, -8, -4, 6);
  face.addColorStop(0, css(mix(rock, palette.haze, 0.16)));
  face.addColorStop(1, css(palette.dark));
  context.fillStyle = face;
  outline(0.45);
  context.strokeStyle = css(palette.dark, 0.55);
  context.lineWidth = 0.28;
  const random = stage.random("basalt");
  for (let column = -20; column < 60; column += between(random, 1.1, 2.2)) {
    const height = between(random, 1, 4);
    const top = column < -9 ? 2.2 - (column + 20) * 0.45 : -3.4 - Math.max(0, column) * 0.13;
    context.beginPath();
    context.moveTo(column, top + between(random, 0, 2));
    context.lineTo(column - 0.2, top + height + 1);
    context.stroke();
  }
  // White foam along the waterline.
  context.lineCap = "round";
  for (let x = -24; x < 80; x += between(random, 0.8, 3)) {
    context.strokeStyle = css(mix(palette.horizon, hex("#ffffff"), 0.5), between(random, 0.1, 0.5));
    context.lineWidth = between(random, 0.15, 0.4);
    context.beginPath();
    context.moveTo(x, 5.9 + between(random, -0.2, 0.2));
    context.lineTo(x + between(random, 0.8, 3.4), 5.9 + between(random, -0.2, 0.2));
    context.stroke();
  }
  context.restore();
}

/** A lamp that flares when it points at the viewer, and two cones of light that lengthen and shorten. */
function beam(stage: Stage, x: number, y: number): Overlay {
  const { unit, plan } = stage;
  const glow = paintGlow(stage);
  const strength = plan.timeOfDay === "night" || plan.weather !== "clear" ? 0.6 : 0.42;
  const cones = [1, -1].map((side) =>
    Array.from({ length: PHASES }, (_, phase) =>
      paintCone(stage, { reach: (unit * 95 * (phase + 1)) / PHASES, side, strength }),
    ),
  );
  return {
    kind: "overlay",
    draw: (frame, { seconds }, view) => {
      const at = view(DEPTH);
      const { x: lampX, y: lampY } = projectPoint(at, frame, { x, y });
      const turn = Math.cos(seconds * 1.1);
      const phase = Math.abs(turn) * (PHASES - 1);
      const [towards, away] = turn > 0 ? [cones[0], cones[1]] : [cones[1], cones[0]];
      for (const [images, isLeft] of [
        [towards, turn < 0],
        [away, turn > 0],
      ] as const) {
        const image = images?.[Math.round(phase)];
        if (!image) continue;
        const scale = at.zoom / CONE_SCALE;
        const left = isLeft ? lampX - image.width * scale : lampX;
        const fade = images === towards ? 1 : 0.55;
        frame.draw(image, { left, top: lampY - (image.height * scale) / 2, scale, opacity: fade });
      }
      const half = (glow.width * at.zoom) / 2;
      const opacity = 1 - 0.5 * Math.abs(turn);
      frame.draw(glow, { left: lampX - half, top: lampY - half, scale: at.zoom, opacity });
    },
  };
}

/** The glow around the lamp. */
function paintGlow(stage: Stage): PlanarImage {
  const { unit, palette } = stage;
  const reach = even(unit * 9);
  return paintImage(reach * 2, reach * 2, (context) => {
    const glow = context.createRadialGradient(reach, reach, 0, reach, reach, reach);
    glow.addColorStop(0, css(mix(palette.lamp, hex("#ffffff"), 0.5), 1));
    glow.addColorStop(0.12, css(palette.lamp, 0.75));
    glow.addColorStop(0.35, css(palette.lamp, 0.24));
    glow.addColorStop(1, css(palette.lamp, 0));
    context.fillStyle = glow;
    context.fillRect(0, 0, reach * 2, reach * 2);
  });
}

interface Cone {
  /** Length in pixels. */
  reach: number;
  /** 1 when it points right, -1 left. */
  side: number;
  /** Opacity at the tip. */
  strength: number;
}

/** One cone with soft edges and its tip at the left or right. */
function paintCone(stage: Stage, { reach, side, strength }: Cone): PlanarImage {
  const { unit, palette } = stage;
  const width = even(reach * CONE_SCALE) / CONE_SCALE;
  const height = even(unit * 26 * CONE_SCALE) / CONE_SCALE;
  return paintImage(width * CONE_SCALE, height * CONE_SCALE, (context) => {
    context.scale(CONE_SCALE, CONE_SCALE);
    context.translate(side > 0 ? 0 : width, height / 2);
    context.scale(side, 1);
    const fade = context.createLinearGradient(0, 0, width, 0);
    fade.addColorStop(0, css(palette.lamp, strength / 3));
    fade.addColorStop(0.35, css(palette.lamp, strength / 7));
    fade.addColorStop(1, css(palette.lamp, 0));
    context.fillStyle = fade;
    const spread = (reach / (unit * 95)) ** 0.5;
    for (const share of [1, 0.82, 0.64, 0.46]) {
      context.beginPath();
      context.moveTo(0, -unit * 0.7);
      context.lineTo(width, -unit * 12 * share * spread);
      context.lineTo(width, unit * 12 * share * spread);
      context.lineTo(0, unit * 0.7);
      context.fill();
    }
  });
}
