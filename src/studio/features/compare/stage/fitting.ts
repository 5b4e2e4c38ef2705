/** Two pictures of different sizes in one frame, so that the same place of both lies on the same place of the screen. */
import { type PerSide, SIDES, type Side } from "../side.ts";
import type { Rect, Size } from "./geometry.ts";

/** Ratios this near are one: a size is whole pixels, and no ratio survives that exactly. */
const SAME_RATIO = 0.01;

/** Pixels of a blind frame: those of Kirin's std sizes, which are all the same many (1280 × 720, 720 × 1280, 960 × 960). */
const BLIND_PIXELS_MAX = 1280 * 720;

/** Where one side's picture stands in the frame, and what was done to bring it there. */
export interface FittedSide {
  /** The clip's own size. */
  own: Size;
  /** In the frame's pixels. */
  rect: Rect;
  /** How many times as large as its own pixels it is shown in the frame. */
  scale: number;
  /** Its ratio is another one: black fills the rest of the frame. */
  hasBars: boolean;
}

export interface Fitted extends PerSide<FittedSide> {
  frame: Size;
}

/**
 * The frame is the larger picture's size; the other one is enlarged to fit inside. Judged blind it is the smaller one's,
 * and never more than a std clip has: no picture may give itself away by being sharper, nor two of them by being larger
 * than two others.
 */
export function fitTogether(sizes: PerSide<Size>, isBlind = false): Fitted {
  const larger = area(sizes.right) > area(sizes.left) ? "right" : "left";
  const smaller = larger === "left" ? "right" : "left";
  const frame = isBlind ? blindFrame(sizes[smaller]) : plainSize(sizes[larger]);
  return { frame, left: fitInto(frame, sizes.left), right: fitInto(frame, sizes.right) };
}

/** The sides that are not shown as they are. */
export function changedSides(fitted: Fitted): Side[] {
  return SIDES.filter((side) => fitted[side].scale !== 1 || fitted[side].hasBars);
}

function blindFrame(size: Size): Size {
  const scale = Math.min(1, Math.sqrt(BLIND_PIXELS_MAX / area(size)));
  return { width: Math.round(size.width * scale), height: Math.round(size.height * scale) };
}

/** Media are sizes with more to them. */
function plainSize({ width, height }: Size): Size {
  return { width, height };
}

function fitInto(frame: Size, own: Size): FittedSide {
  const across = frame.width / own.width;
  const down = frame.height / own.height;
  const scale = Math.min(across, down);
  if (Math.max(across, down) / scale - 1 < SAME_RATIO) {
    return { own, scale, hasBars: false, rect: { x: 0, y: 0, ...frame } };
  }
  const width = Math.round(own.width * scale);
  const height = Math.round(own.height * scale);
  const x = Math.floor((frame.width - width) / 2);
  const y = Math.floor((frame.height - height) / 2);
  return { own, scale, hasBars: true, rect: { x, y, width, height } };
}

function area({ width, height }: Size): number {
  return width * height;
}
