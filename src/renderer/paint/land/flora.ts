/** Trees and grass as silhouettes with a little light. */
import type { SKRSContext2D } from "@napi-rs/canvas";
import { between, type Random } from "../../plan/prng.ts";
import type { Brush } from "../brush.ts";
import { css, type Rgb, shade } from "../color.ts";

/** A tree, from its foot to its height in pixels. */
interface Tree {
  x: number;
  bottom: number;
  height: number;
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
  { x, bottom, height, color, detail, snow }: Pine,
): void {
  const half = height * between(random, 0.15, 0.21);
  const tiers = Math.round(between(random, 7, 9) * detail);
  context.fillStyle = css(shade(color, 0.8));
  context.fillRect(x - height * 0.012, bottom - height * 0.2, height * 0.024, height * 0.2);
  const edge: { x: number; y: number }[] = [{ x, y: bottom - height }];
  for (const side of [1, -1]) {
    for (let step = 0; step < tiers; step += 1) {
      const tier = side === 1 ? step : tiers - 1 - step;
      const reach = half * ((tier + 1) / tiers) ** 0.85 * between(random, 0.78, 1.1);
      const y = bottom - height + height * 0.9 * ((tier + 1) / tiers);
      const inner = { x: x + side * reach * 0.6, y: y - height * 0.012 };
      const outer = { x: x + side * reach, y: y + height * 0.022 };
      const [first, second] = side === 1 ? [outer, inner] : [inner, outer];
      edge.push(first, second);
    }
    if (side === 1) edge.push({ x, y: bottom - height * 0.08 });
  }
  context.fillStyle = css(snow ?? color);
  fillPolygon(context, edge, { middle: x, down: 0, slim: 1 });
  if (!snow) return;
  // The same tree, slightly lower and slimmer, which leaves snow on the upper side of each bough.
  context.fillStyle = css(color);
  fillPolygon(context, edge, { middle: x, down: height * 0.03, slim: 0.8 });
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
  { x, bottom, height, color, lightSide }: Tree & { lightSide: number },
): void {
  context.strokeStyle = css(shade(color, 0.55));
  context.lineCap = "round";
  context.lineWidth = height * 0.055;
  context.beginPath();
  context.moveTo(x, bottom);
  context.quadraticCurveTo(x + height * 0.02, bottom - height * 0.2, x, bottom - height * 0.5);
  context.stroke();
  const clumps = 64;
  for (let index = 0; index < clumps; index += 1) {
    const share = index / clumps;
    const angle = random() * Math.PI * 2;
    const far = Math.sqrt(random());
    const cx = x + Math.cos(angle) * far * height * 0.3;
    const cy = bottom - height * 0.66 + Math.sin(angle) * far * height * 0.25;
    const isLit = (cx - x) * lightSide - (cy - bottom + height * 0.66) > 0;
    context.fillStyle = css(shade(color, (isLit ? 0.95 : 0.74) + share * (isLit ? 0.34 : 0.16)));
    context.beginPath();
    context.arc(cx, cy, height * between(random, 0.04, 0.1) * (1.25 - share * 0.5), 0, Math.PI * 2);
    context.fill();
  }
}

/** A leaning palm. */
export function drawPalm({ context, random }: Brush, { x, bottom, height, color }: Tree): void {
  const lean = height * between(random, -0.25, 0.25);
  context.strokeStyle = css(color);
  context.lineCap = "round";
  context.lineWidth = height * 0.035;
  context.beginPath();
  context.moveTo(x, bottom);
  context.quadraticCurveTo(x + lean * 0.2, bottom - height * 0.5, x + lean, bottom - height * 0.85);
  context.stroke();
  for (let leaf = 0; leaf < 9; leaf += 1) {
    const angle = -Math.PI * (0.02 + (leaf / 8) * 0.96) + between(random, -0.1, 0.1);
    const reach = height * between(random, 0.26, 0.36);
    const tipX = x + lean + Math.cos(angle) * reach;
    const tipY = bottom - height * 0.85 + Math.sin(angle) * reach * 0.7 + reach * 0.32;
    context.lineWidth = height * 0.022;
    context.beginPath();
    context.moveTo(x + lean, bottom - height * 0.85);
    context.quadraticCurveTo(
      x + lean + Math.cos(angle) * reach * 0.6,
      bottom - height * 0.85 + Math.sin(angle) * reach,
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
  bottom: (x: number) => number;
  /** Maximum height of a blade. */
  height: number;
  /** Chooses the colour of a blade. */
  tone: (random: Random) => string;
}

/** Thin, bent blades of grass. */
export function drawGrass({ context, random }: Brush, grass: Grass): void {
  context.lineCap = "round";
  for (let blade = 0; blade < grass.count; blade += 1) {
    const x = between(random, grass.x0, grass.x1);
    const height = grass.height * between(random, 0.4, 1);
    const bottom = grass.bottom(x);
    const bend = height * between(random, -0.45, 0.45);
    context.strokeStyle = grass.tone(random);
    context.lineWidth = Math.max(0.8, height * 0.045);
    context.beginPath();
    context.moveTo(x, bottom + height * 0.2);
    context.quadraticCurveTo(x + bend * 0.15, bottom - height * 0.5, x + bend, bottom - height);
    context.stroke();
  }
}
