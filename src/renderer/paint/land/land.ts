/** Outlines of hilly ground, and how to fill them. */
import type { SKRSContext2D } from "@napi-rs/canvas";
import type { PlainBrush } from "../brush.ts";
import { css, type Rgb } from "../color.ts";
import { createNoise } from "../noise.ts";
import type { Stage } from "../stage.ts";

/** Height of the ground's edge at a column, in frame pixels. */
export type Outline = (x: number) => number;

interface Hills {
  /** Mean height of the outline, as a share of the frame. */
  at: number;
  /** Width and height of the hills, in units. */
  width: number;
  height: number;
  octaves?: number;
}

/** A rolling outline. The name seeds its course. */
export function rolling(
  stage: Stage,
  name: string,
  { at, width, height, octaves = 4 }: Hills,
): Outline {
  const noise = createNoise(stage.random(name));
  const base = stage.height * at;
  return (x) => base + noise.fbm(x / (stage.unit * width) + 40, 7.5, octaves) * stage.unit * height;
}

/** Traces everything below an outline, across the whole stage. */
function traceBelow(context: SKRSContext2D, stage: Stage, outline: Outline): void {
  const { width, height, padX, padY } = stage;
  const step = stage.isPro ? 2 : 3;
  context.beginPath();
  context.moveTo(-padX, height + padY);
  for (let x = -padX; x <= width + padX + step; x += step) context.lineTo(x, outline(x));
  context.lineTo(width + padX, height + padY);
  context.closePath();
}

/** A gradient from the colour of the crest to that of the foot, `deep` pixels below. */
interface GroundColors {
  crest: Rgb;
  bottom: Rgb;
  depth: number;
}

/** Fills everything below an outline. */
export function fillBelow(
  { context, stage }: PlainBrush,
  outline: Outline,
  { crest, bottom, depth }: GroundColors,
): void {
  const top = crestOf(stage, outline);
  const gradient = context.createLinearGradient(0, top, 0, top + depth);
  gradient.addColorStop(0, css(crest));
  gradient.addColorStop(1, css(bottom));
  context.fillStyle = gradient;
  traceBelow(context, stage, outline);
  context.fill();
}

/** The highest point of an outline (smallest y). */
function crestOf(stage: Stage, outline: Outline): number {
  let top = stage.height + stage.padY;
  for (let x = -stage.padX; x <= stage.width + stage.padX; x += 4) top = Math.min(top, outline(x));
  return top;
}
