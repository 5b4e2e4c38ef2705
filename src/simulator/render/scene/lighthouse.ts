/** A lighthouse on its rock, and its turning beam. */
import { seenThrough } from "./camera.ts";
import { css, hex, mix, shade } from "./color.ts";
import { seenAt } from "./palette.ts";
import { toYuv } from "./planes.ts";
import { type Overlay, type Picture, paintLayer, type Stage } from "./stage.ts";

const DEPTH = 0.5;

/** Pieces of one beam. */
const PIECES = 12;

/** Paints the tower at the right or left third, standing on the water. */
export function paintLighthouse(stage: Stage, horizon: number): Picture {
  const { palette, width, height, unit } = stage;
  const x = width * (stage.random("lighthouse")() < 0.5 ? 0.2 : 0.8);
  const foot = height * (horizon + 0.07);
  const high = unit * 26;
  const wall = seenAt(palette, hex("#f1ece4"), 0.8);
  const stripe = seenAt(palette, hex("#b8433a"), 0.8);
  const rock = mix(palette.dark, palette.haze, 0.14);
  const layer = paintLayer(
    stage,
    DEPTH,
    (context) => {
      context.fillStyle = css(rock);
      context.beginPath();
      context.moveTo(x - unit * 17, foot + unit * 3);
      context.bezierCurveTo(
        x - unit * 11,
        foot - unit,
        x - unit * 8,
        foot - unit * 5,
        x - unit * 3,
        foot - unit * 4.6,
      );
      context.bezierCurveTo(
        x + unit * 4,
        foot - unit * 5.4,
        x + unit * 8,
        foot - unit * 2,
        x + unit * 19,
        foot + unit * 3,
      );
      context.fill();
      for (let part = 0; part < 6; part += 1) {
        const lower = 1 - (part / 6) * 0.42;
        const upper = 1 - ((part + 1) / 6) * 0.42;
        const y = foot - unit * 4 - (high * part) / 7;
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
      const top = foot - unit * 4 - (high * 6) / 7;
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
    { top: foot - high - unit * 8, bottom: foot + unit * 3 },
  );
  return [layer, beam(stage, x, foot - unit * 5.7 - (high * 6) / 7)];
}

/** A lamp that swells, and two faint cones of light that lengthen and shorten as it turns. */
function beam(stage: Stage, x: number, y: number): Overlay {
  const { unit, plan } = stage;
  const color = toYuv(...stage.palette.lamp);
  const strength = plan.timeOfDay === "night" || plan.weather !== "clear" ? 0.05 : 0.02;
  return {
    kind: "overlay",
    draw: (frame, { seconds }, view) => {
      const at = view(DEPTH);
      const { x: lampX, y: lampY } = seenThrough(at, frame, x, y);
      const turn = Math.cos(seconds * 1.5);
      for (const side of [1, -1]) {
        const reach = turn * side * unit * 75;
        // The cone widens and fades with distance: short pieces, each fainter than the one before.
        for (let piece = 0; piece < PIECES; piece += 1) {
          const from = lampX + (reach * piece) / PIECES;
          const fade = strength * (1 - piece / PIECES);
          for (let width = 1; width <= 3; width += 1) {
            const thickness = unit * width * (0.6 + piece * 0.22);
            frame.streak(from, lampY, from + reach / PIECES, lampY, thickness, color, fade);
          }
        }
      }
      for (const size of [1, 2, 3.5, 6])
        frame.dot(lampX, lampY, unit * size, color, 0.25 * (1.2 - Math.abs(turn)));
    },
  };
}
