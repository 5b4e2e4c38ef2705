/** Shops along a street: awnings, lit windows, upright signs, lanterns. */
import { between } from "../../plan/prng.ts";
import type { Brush } from "../brush.ts";
import { css, hex, mix, type Rgb, shade } from "../color.ts";

const CLOTHS = [hex("#d9553f"), hex("#c98a3a"), hex("#3c7d7a"), hex("#a8476b")];
const SIGNS = [hex("#2fd3d8"), hex("#ff4fa0"), hex("#ffb347"), hex("#a06bff")];

/** One shop front; `side` is -1 on the left of the street. */
interface ShopFront {
  /** Column of the corner at the street. */
  edge: number;
  side: -1 | 1;
  bottom: number;
  /** Height of the ground floor. */
  size: number;
  wall: Rgb;
  isLit: boolean;
}

/** Draws windows above, a shop below, and a sign and lanterns at the corner. */
export function drawShopFront(brush: Brush, front: ShopFront): void {
  const { context, stage, random } = brush;
  const { edge, side, bottom, size, wall, isLit } = front;
  const { palette } = stage;
  /** Fills a box between two distances from the corner, in heights of the ground floor. */
  const fillBox = ([from, to]: readonly [number, number], top: number, height: number) =>
    context.fillRect(
      edge + side * Math.min(from, to) * size + (side < 0 ? -Math.abs(to - from) * size : 0),
      top,
      Math.abs(to - from) * size,
      height,
    );
  for (let floor = 1; floor < 7; floor += 1) {
    for (let column = 0; column < 5; column += 1) {
      const isOn = isLit && random() < 0.36;
      context.fillStyle = css(
        isOn ? palette.lamp : mix(wall, palette.skyMiddle, 0.3),
        isOn ? between(random, 0.5, 0.95) : 0.7,
      );
      const from = 0.16 + column * 0.55;
      fillBox([from, from + 0.32], bottom - size * (1.25 + floor * 0.72), size * 0.44);
    }
  }
  // Light from the shop falls below the awning.
  const glow = context.createLinearGradient(0, bottom - size * 0.95, 0, bottom);
  const warm = isLit ? palette.lamp : mix(wall, palette.lamp, 0.25);
  glow.addColorStop(0, css(warm, 0.9));
  glow.addColorStop(1, css(mix(warm, hex("#c0492a"), 0.5), isLit ? 0.75 : 0.35));
  context.fillStyle = glow;
  fillBox([0.05, 2.6], bottom - size * 0.9, size * 0.62);
  context.fillStyle = css(shade(wall, 0.5));
  fillBox([0, 2.7], bottom - size * 0.32, size * 0.32);
  for (let post = 0; post < 4; post += 1)
    fillBox([post * 0.85, post * 0.85 + 0.05], bottom - size, size);
  drawGoods(brush, front);
  drawAwning(brush, front);
  drawSign(brush, front);
}

function drawGoods({ context, random }: Brush, front: ShopFront): void {
  const { edge, side, bottom, size } = front;
  for (let index = 0; index < 12; index += 1) {
    const color = CLOTHS[Math.floor(random() * CLOTHS.length)] ?? front.wall;
    context.fillStyle = css(shade(color, 0.8));
    context.beginPath();
    const x = edge + side * size * between(random, 0.1, 2.5);
    context.arc(x, bottom - size * 0.34, size * between(random, 0.05, 0.1), 0, Math.PI * 2);
    context.fill();
  }
}

/** A striped awning over the street, lower at its near end. */
function drawAwning({ context, random }: Brush, front: ShopFront): void {
  const { edge, side, bottom, size, isLit } = front;
  const cloth = CLOTHS[Math.floor(random() * CLOTHS.length)] ?? front.wall;
  const stripes = 9;
  const dim = isLit ? 0.75 : 0.95;
  for (let stripe = 0; stripe < stripes; stripe += 1) {
    const x = (t: number) => edge + side * size * (-0.22 + (t / stripes) * 2.9);
    context.fillStyle = css(shade(stripe % 2 ? cloth : mix(cloth, hex("#fff0dc"), 0.72), dim));
    context.beginPath();
    context.moveTo(x(stripe) + side * size * 0.2, bottom - size * 1.16);
    context.lineTo(x(stripe + 1) + side * size * 0.2, bottom - size * 1.16);
    context.lineTo(x(stripe + 1), bottom - size * 0.86);
    context.quadraticCurveTo(
      x(stripe + 0.5),
      bottom - size * 0.78,
      x(stripe),
      bottom - size * 0.86,
    );
    context.fill();
  }
}

/** An upright sign at the corner with a few strokes. */
function drawSign({ context, random }: Brush, front: ShopFront): void {
  const { edge, side, bottom, size, isLit } = front;
  const color = SIGNS[Math.floor(random() * SIGNS.length)] ?? front.wall;
  const width = size * 0.34;
  const height = size * between(random, 1, 1.5);
  const left = edge - (side < 0 ? 0 : width) + side * size * -0.06;
  const top = bottom - size * between(random, 2.5, 3.2);
  context.save();
  if (isLit) {
    context.shadowColor = css(color);
    context.shadowBlur = size * 0.5;
  }
  context.fillStyle = css(isLit ? color : shade(color, 0.7), 0.92);
  context.fillRect(left, top, width, height);
  context.restore();
  context.fillStyle = css(shade(color, 0.22), 0.9);
  for (let stroke = 0; stroke < 4; stroke += 1) {
    const y = top + height * (0.12 + stroke * 0.21);
    context.fillRect(left + width * 0.22, y, width * 0.56, height * 0.05);
    context.fillRect(left + width * between(random, 0.3, 0.6), y, width * 0.12, height * 0.13);
  }
}

interface Lantern {
  x: number;
  y: number;
  /** Half of its height, in pixels. */
  size: number;
  isLit: boolean;
}

/** A paper lantern: a round, ribbed red body with a dark cap and a glow. */
export function drawLantern({ context, random }: Brush, { x, y, size, isLit }: Lantern): void {
  const paper = random() < 0.7 ? hex("#e8452f") : hex("#f0933a");
  if (isLit) {
    const glow = context.createRadialGradient(x, y, 0, x, y, size * 3.4);
    glow.addColorStop(0, "rgba(255,196,110,0.75)");
    glow.addColorStop(0.3, "rgba(255,138,61,0.3)");
    glow.addColorStop(1, "rgba(255,90,61,0)");
    context.fillStyle = glow;
    context.fillRect(x - size * 3.4, y - size * 3.4, size * 6.8, size * 6.8);
  }
  const body = context.createRadialGradient(x, y + size * 0.2, 0, x, y, size * 1.2);
  body.addColorStop(0, css(isLit ? mix(paper, hex("#ffe2a0"), 0.7) : paper));
  body.addColorStop(1, css(shade(paper, isLit ? 0.95 : 0.7)));
  context.fillStyle = body;
  context.beginPath();
  context.ellipse(x, y, size * 0.85, size, 0, 0, Math.PI * 2);
  context.fill();
  context.strokeStyle = css(shade(paper, 0.55), 0.5);
  context.lineWidth = size * 0.06;
  for (const half of [0.3, 0.62]) {
    context.beginPath();
    context.ellipse(x, y, size * 0.85 * half, size, 0, 0, Math.PI * 2);
    context.stroke();
  }
  context.fillStyle = css(shade(paper, 0.25));
  context.fillRect(x - size * 0.4, y - size * 1.1, size * 0.8, size * 0.2);
  context.fillRect(x - size * 0.32, y + size * 0.92, size * 0.64, size * 0.16);
}
