/** What stands close by in a wood. */
import type { SKRSContext2D } from "@napi-rs/canvas";
import { css, mix, type Rgb, shade } from "./color.ts";
import { between, type Random } from "./prng.ts";

/** A great trunk that leaves the frame above, with dead boughs. */
export function drawTrunk(
  context: SKRSContext2D,
  random: Random,
  x: number,
  foot: number,
  wide: number,
  top: number,
  color: Rgb,
  light: Rgb,
): void {
  const lean = between(random, -0.06, 0.06) * (foot - top);
  const bark = context.createLinearGradient(x - wide, 0, x + wide, 0);
  bark.addColorStop(0, css(mix(color, light, 0.3)));
  bark.addColorStop(0.4, css(color));
  bark.addColorStop(1, css(shade(color, 0.7)));
  context.fillStyle = bark;
  context.beginPath();
  context.moveTo(x - wide * 1.9, foot);
  context.bezierCurveTo(
    x - wide * 0.9,
    foot - wide * 2,
    x - wide * 0.8 + lean * 0.3,
    foot * 0.5,
    x - wide * 0.55 + lean,
    top,
  );
  context.lineTo(x + wide * 0.55 + lean, top);
  context.bezierCurveTo(
    x + wide * 0.8 + lean * 0.3,
    foot * 0.5,
    x + wide * 0.9,
    foot - wide * 2,
    x + wide * 1.9,
    foot,
  );
  context.fill();
  context.lineCap = "round";
  context.strokeStyle = css(color);
  for (let bough = 0; bough < 5; bough += 1) {
    const y = top + (foot - top) * between(random, 0.02, 0.5);
    const side = random() < 0.5 ? -1 : 1;
    const reach = wide * between(random, 3, 7) * side;
    context.lineWidth = wide * between(random, 0.14, 0.3);
    context.beginPath();
    context.moveTo(x + lean * (1 - (y - top) / (foot - top)), y);
    context.quadraticCurveTo(
      x + reach * 0.6,
      y - wide * 0.4,
      x + reach,
      y - wide * between(random, 0.6, 2.4),
    );
    context.stroke();
  }
}

/** A fern: one bent stem with leaves to both sides. */
export function drawFern(
  context: SKRSContext2D,
  random: Random,
  x: number,
  foot: number,
  high: number,
  tone: string,
): void {
  context.strokeStyle = tone;
  context.lineCap = "round";
  const bend = high * between(random, -0.7, 0.7);
  for (let step = 0; step < 22; step += 1) {
    const t = step / 22;
    const px = x + bend * t * t;
    const py = foot - high * Math.sin(t * 1.5);
    const leaf = high * 0.2 * Math.sin(Math.PI * Math.min(1, t * 0.9 + 0.12));
    context.lineWidth = high * 0.022;
    for (const side of [1, -1]) {
      context.beginPath();
      context.moveTo(px, py);
      context.quadraticCurveTo(
        px + side * leaf * 0.6,
        py - leaf * 0.3,
        px + side * leaf,
        py + leaf * 0.25,
      );
      context.stroke();
    }
  }
}
