/** Trees and ferns in the foreground of a forest. */
import { between } from "../../plan/prng.ts";
import type { Brush } from "../brush.ts";
import { css, mix, type Rgb, shade } from "../color.ts";

/** A trunk, from its foot to its top, which may be above the frame. */
interface Trunk {
  x: number;
  bottom: number;
  top: number;
  width: number;
}

/** A large trunk with dead boughs, lit from the left. */
export function drawTrunk(
  { context, random }: Brush,
  { x, bottom, width, top, color, light }: Trunk & { color: Rgb; light: Rgb },
): void {
  const lean = between(random, -0.06, 0.06) * (bottom - top);
  const bark = context.createLinearGradient(x - width, 0, x + width, 0);
  bark.addColorStop(0, css(mix(color, light, 0.3)));
  bark.addColorStop(0.4, css(color));
  bark.addColorStop(1, css(shade(color, 0.7)));
  context.fillStyle = bark;
  context.beginPath();
  context.moveTo(x - width * 1.9, bottom);
  context.bezierCurveTo(
    x - width * 0.9,
    bottom - width * 2,
    x - width * 0.8 + lean * 0.3,
    bottom * 0.5,
    x - width * 0.55 + lean,
    top,
  );
  context.lineTo(x + width * 0.55 + lean, top);
  context.bezierCurveTo(
    x + width * 0.8 + lean * 0.3,
    bottom * 0.5,
    x + width * 0.9,
    bottom - width * 2,
    x + width * 1.9,
    bottom,
  );
  context.fill();
  context.lineCap = "round";
  context.strokeStyle = css(color);
  for (let bough = 0; bough < 5; bough += 1) {
    const y = top + (bottom - top) * between(random, 0.02, 0.5);
    const side = random() < 0.5 ? -1 : 1;
    const reach = width * between(random, 3, 7) * side;
    context.lineWidth = width * between(random, 0.14, 0.3);
    context.beginPath();
    context.moveTo(x + lean * (1 - (y - top) / (bottom - top)), y);
    context.quadraticCurveTo(
      x + reach * 0.6,
      y - width * 0.4,
      x + reach,
      y - width * between(random, 0.6, 2.4),
    );
    context.stroke();
  }
}

/** A fern: one bent stem with leaves on both sides. */
export function drawFern(
  { context, random }: Brush,
  { x, bottom, height, tone }: { x: number; bottom: number; height: number; tone: string },
): void {
  context.strokeStyle = tone;
  context.lineCap = "round";
  const bend = height * between(random, -0.7, 0.7);
  for (let step = 0; step < 22; step += 1) {
    const t = step / 22;
    const px = x + bend * t * t;
    const py = bottom - height * Math.sin(t * 1.5);
    const leaf = height * 0.2 * Math.sin(Math.PI * Math.min(1, t * 0.9 + 0.12));
    context.lineWidth = height * 0.022;
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
  { x, bottom, width, top, tone }: Trunk & { tone: { bark: Rgb; dark: Rgb } },
): void {
  const lean = between(random, -0.05, 0.05) * (bottom - top);
  const at = (y: number) => x + lean * ((bottom - y) / (bottom - top)) ** 1.4;
  const half = (y: number) => width * (0.55 + 0.45 * ((y - top) / (bottom - top)));
  const bark = context.createLinearGradient(x - width, 0, x + width, 0);
  bark.addColorStop(0, css(tone.bark));
  bark.addColorStop(0.55, css(mix(tone.bark, tone.dark, 0.12)));
  bark.addColorStop(1, css(mix(tone.bark, tone.dark, 0.42)));
  context.fillStyle = bark;
  context.beginPath();
  context.moveTo(x - width * 1.25, bottom);
  context.quadraticCurveTo(
    x - width,
    bottom - width * 2,
    at((bottom + top) / 2) - half((bottom + top) / 2),
    (bottom + top) / 2,
  );
  context.lineTo(at(top) - half(top), top);
  context.lineTo(at(top) + half(top), top);
  context.lineTo(at((bottom + top) / 2) + half((bottom + top) / 2), (bottom + top) / 2);
  context.quadraticCurveTo(x + width, bottom - width * 2, x + width * 1.25, bottom);
  context.fill();
  context.lineCap = "round";
  context.strokeStyle = css(tone.dark, 0.85);
  for (let y = top + width; y < bottom - width * 0.4; y += width * between(random, 0.7, 2.2)) {
    const side = random() < 0.6 ? -1 : 1;
    const reach = half(y) * between(random, 0.35, 1.1);
    const edge = at(y) + side * half(y) * 0.96;
    context.lineWidth = width * between(random, 0.08, 0.24);
    context.beginPath();
    context.moveTo(edge, y);
    context.quadraticCurveTo(
      edge - side * reach * 0.5,
      y + width * 0.16,
      edge - side * reach,
      y + width * 0.02,
    );
    context.stroke();
  }
  // A few thin, bare boughs.
  for (let bough = 0; bough < 4; bough += 1) {
    const y = top + (bottom - top) * between(random, 0.02, 0.42);
    const side = random() < 0.5 ? -1 : 1;
    const reach = width * between(random, 4, 8) * side;
    context.lineWidth = width * between(random, 0.1, 0.2);
    context.beginPath();
    context.moveTo(at(y), y);
    context.quadraticCurveTo(
      at(y) + reach * 0.5,
      y - width * 2.4,
      at(y) + reach,
      y - width * between(random, 2, 4),
    );
    context.stroke();
  }
}
