/** Trees and grass as silhouettes with a little light. */
import type { SKRSContext2D } from "@napi-rs/canvas";
import { between, type Random } from "../../plan/prng.ts";
import type { Brush } from "../brush.ts";
import { css, type Rgb, shade } from "../color.ts";

/** A tree, from its foot to its height in pixels. */
interface Tree {
  x: number;
  foot: number;
  high: number;
  color: Rgb;
}

interface Pine extends Tree {
  /** Factor for the number of boughs. */
  detail: number;
  snow: Rgb | null;
}

/** A conifer. Each side has its own ragged edge. */
export function drawPine(
  { context, random }: Brush,
  { x, foot, high, color, detail, snow }: Pine,
): void {
  const half = high * between(random, 0.15, 0.21);
  const tiers = Math.round(between(random, 7, 9) * detail);
  context.fillStyle = css(shade(color, 0.8));
  context.fillRect(x - high * 0.012, foot - high * 0.2, high * 0.024, high * 0.2);
  const edge: { x: number; y: number }[] = [{ x, y: foot - high }];
  for (const side of [1, -1]) {
    for (let step = 0; step < tiers; step += 1) {
      const tier = side === 1 ? step : tiers - 1 - step;
      const reach = half * ((tier + 1) / tiers) ** 0.85 * between(random, 0.78, 1.1);
      const y = foot - high + high * 0.9 * ((tier + 1) / tiers);
      const inner = { x: x + side * reach * 0.6, y: y - high * 0.012 };
      const outer = { x: x + side * reach, y: y + high * 0.022 };
      const [first, second] = side === 1 ? [outer, inner] : [inner, outer];
      edge.push(first, second);
    }
    if (side === 1) edge.push({ x, y: foot - high * 0.08 });
  }
  context.fillStyle = css(snow ?? color);
  fillPolygon(context, edge, { middle: x, down: 0, slim: 1 });
  if (!snow) return;
  // The same tree, slightly lower and slimmer, which leaves snow on the upper side of each bough.
  context.fillStyle = css(color);
  fillPolygon(context, edge, { middle: x, down: high * 0.03, slim: 0.8 });
}

/** Fills a polygon, shifted down and narrowed around a column. */
function fillPolygon(
  context: SKRSContext2D,
  points: readonly { x: number; y: number }[],
  { middle, down, slim }: { middle: number; down: number; slim: number },
): void {
  context.beginPath();
  for (const { x, y } of points) context.lineTo(middle + (x - middle) * slim, y + down);
  context.closePath();
  context.fill();
}

/** A broad-leaved tree: a trunk, some boughs and a crown of soft clumps. */
export function drawBroadleaf(
  { context, random }: Brush,
  { x, foot, high, color, lightSide }: Tree & { lightSide: number },
): void {
  context.strokeStyle = css(shade(color, 0.55));
  context.lineCap = "round";
  context.lineWidth = high * 0.055;
  context.beginPath();
  context.moveTo(x, foot);
  context.quadraticCurveTo(x + high * 0.02, foot - high * 0.2, x, foot - high * 0.5);
  context.stroke();
  const clumps = 64;
  for (let index = 0; index < clumps; index += 1) {
    const share = index / clumps;
    const angle = random() * Math.PI * 2;
    const far = Math.sqrt(random());
    const cx = x + Math.cos(angle) * far * high * 0.3;
    const cy = foot - high * 0.66 + Math.sin(angle) * far * high * 0.25;
    const isLit = (cx - x) * lightSide - (cy - foot + high * 0.66) > 0;
    context.fillStyle = css(shade(color, (isLit ? 0.95 : 0.74) + share * (isLit ? 0.34 : 0.16)));
    context.beginPath();
    context.arc(cx, cy, high * between(random, 0.04, 0.1) * (1.25 - share * 0.5), 0, Math.PI * 2);
    context.fill();
  }
}

/** A leaning palm. */
export function drawPalm({ context, random }: Brush, { x, foot, high, color }: Tree): void {
  const lean = high * between(random, -0.25, 0.25);
  context.strokeStyle = css(color);
  context.lineCap = "round";
  context.lineWidth = high * 0.035;
  context.beginPath();
  context.moveTo(x, foot);
  context.quadraticCurveTo(x + lean * 0.2, foot - high * 0.5, x + lean, foot - high * 0.85);
  context.stroke();
  for (let leaf = 0; leaf < 9; leaf += 1) {
    const angle = -Math.PI * (0.02 + (leaf / 8) * 0.96) + between(random, -0.1, 0.1);
    const reach = high * between(random, 0.26, 0.36);
    const tipX = x + lean + Math.cos(angle) * reach;
    const tipY = foot - high * 0.85 + Math.sin(angle) * reach * 0.7 + reach * 0.32;
    context.lineWidth = high * 0.022;
    context.beginPath();
    context.moveTo(x + lean, foot - high * 0.85);
    context.quadraticCurveTo(
      x + lean + Math.cos(angle) * reach * 0.6,
      foot - high * 0.85 + Math.sin(angle) * reach,
      tipX,
      tipY,
    );
    context.stroke();
  }
}

interface Grass {
  count: number;
  /** Columns between which it grows. */
  x0: number;
  x1: number;
  /** Where a blade is rooted, by its column. */
  foot: (x: number) => number;
  /** Maximum height of a blade. */
  high: number;
  /** Chooses the colour of a blade. */
  tone: (random: Random) => string;
}

/** Thin, bent blades of grass. */
export function drawGrass({ context, random }: Brush, grass: Grass): void {
  context.lineCap = "round";
  for (let blade = 0; blade < grass.count; blade += 1) {
    const x = between(random, grass.x0, grass.x1);
    const high = grass.high * between(random, 0.4, 1);
    const foot = grass.foot(x);
    const bend = high * between(random, -0.45, 0.45);
    context.strokeStyle = grass.tone(random);
    context.lineWidth = Math.max(0.8, high * 0.045);
    context.beginPath();
    context.moveTo(x, foot + high * 0.2);
    context.quadraticCurveTo(x + bend * 0.15, foot - high * 0.5, x + bend, foot - high);
    context.stroke();
  }
}
