/** Trees and ferns in the foreground of a forest. */
import { between } from "../../plan/prng.ts";
import type { Brush } from "../brush.ts";
import { css, mix, type Rgb, shade } from "../color.ts";

/** A trunk, from its foot to its top, which may be above the frame. */
interface Trunk {
  x: number;
  foot: number;
  top: number;
  wide: number;
}

/** A large trunk with dead boughs, lit from the left. */
export function drawTrunk(
  { context, random }: Brush,
  { x, foot, wide, top, color, light }: Trunk & { color: Rgb; light: Rgb },
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

/** A fern: one bent stem with leaves on both sides. */
export function drawFern(
  { context, random }: Brush,
  { x, foot, high, tone }: { x: number; foot: number; high: number; tone: string },
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

/** A birch: white bark with dark marks, and thin bare boughs. */
export function drawBirch(
  { context, random }: Brush,
  { x, foot, wide, top, tone }: Trunk & { tone: { bark: Rgb; dark: Rgb } },
): void {
  const lean = between(random, -0.05, 0.05) * (foot - top);
  const at = (y: number) => x + lean * ((foot - y) / (foot - top)) ** 1.4;
  const half = (y: number) => wide * (0.55 + 0.45 * ((y - top) / (foot - top)));
  const bark = context.createLinearGradient(x - wide, 0, x + wide, 0);
  bark.addColorStop(0, css(tone.bark));
  bark.addColorStop(0.55, css(mix(tone.bark, tone.dark, 0.12)));
  bark.addColorStop(1, css(mix(tone.bark, tone.dark, 0.42)));
  context.fillStyle = bark;
  context.beginPath();
  context.moveTo(x - wide * 1.25, foot);
  context.quadraticCurveTo(
    x - wide,
    foot - wide * 2,
    at((foot + top) / 2) - half((foot + top) / 2),
    (foot + top) / 2,
  );
  context.lineTo(at(top) - half(top), top);
  context.lineTo(at(top) + half(top), top);
  context.lineTo(at((foot + top) / 2) + half((foot + top) / 2), (foot + top) / 2);
  context.quadraticCurveTo(x + wide, foot - wide * 2, x + wide * 1.25, foot);
  context.fill();
  context.lineCap = "round";
  context.strokeStyle = css(tone.dark, 0.85);
  for (let y = top + wide; y < foot - wide * 0.4; y += wide * between(random, 0.7, 2.2)) {
    const side = random() < 0.6 ? -1 : 1;
    const reach = half(y) * between(random, 0.35, 1.1);
    const edge = at(y) + side * half(y) * 0.96;
    context.lineWidth = wide * between(random, 0.08, 0.24);
    context.beginPath();
    context.moveTo(edge, y);
    context.quadraticCurveTo(
      edge - side * reach * 0.5,
      y + wide * 0.16,
      edge - side * reach,
      y + wide * 0.02,
    );
    context.stroke();
  }
  // A few thin, bare boughs.
  for (let bough = 0; bough < 4; bough += 1) {
    const y = top + (foot - top) * between(random, 0.02, 0.42);
    const side = random() < 0.5 ? -1 : 1;
    const reach = wide * between(random, 4, 8) * side;
    context.lineWidth = wide * between(random, 0.1, 0.2);
    context.beginPath();
    context.moveTo(at(y), y);
    context.quadraticCurveTo(
      at(y) + reach * 0.5,
      y - wide * 2.4,
      at(y) + reach,
      y - wide * between(random, 2, 4),
    );
    context.stroke();
  }
}
