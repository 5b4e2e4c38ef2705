/**
 * Fits two pictures of different sizes into one frame, so that the same point of both is at the same point of the
 * screen.
 */
import { type PerSide, SIDES, type Side } from "../sides.ts";
import type { Rect, Size } from "./shapes.ts";

/** Ratios within this tolerance count as equal, because sizes are whole pixels. */
const SAME_RATIO = 0.01;

/**
 * Pixel count of a blind frame: that of Kirin's std sizes, which is the same for all (1280 × 720, 720 × 1280, 960 ×
 * 960).
 */
const BLIND_PIXELS_MAX = 1280 * 720;

/** The position of one side's picture in the frame, and how it was scaled. */
export interface FittedSide {
  /** The clip's own size. */
  own: Size;
  /** In the frame's pixels. */
  rect: Rect;
  /** The scale from the clip's own pixels to the frame's. */
  scale: number;
  /** The clip has another aspect ratio, so black bars fill the rest of the frame. */
  hasBars: boolean;
}

export interface Fitted extends PerSide<FittedSide> {
  frame: Size;
}

/**
 * The frame has the size of the larger picture; the other is scaled up to fit. In a blind comparison it has the size of
 * the smaller picture and at most that of a std clip, so that neither sharpness nor size identifies a clip or a pair.
 */
export function fitTogether(sizes: PerSide<Size>, isBlind = false): Fitted {
  const larger = area(sizes.right) > area(sizes.left) ? "right" : "left";
  const smaller = larger === "left" ? "right" : "left";
  const frame = isBlind ? blindFrame(sizes[smaller]) : plainSize(sizes[larger]);
  return { frame, left: fitInto(frame, sizes.left), right: fitInto(frame, sizes.right) };
}

/** The sides that are scaled or have bars. */
export function changedSides(fitted: Fitted): Side[] {
  return SIDES.filter((side) => fitted[side].scale !== 1 || fitted[side].hasBars);
}

function blindFrame(size: Size): Size {
  const scale = Math.min(1, Math.sqrt(BLIND_PIXELS_MAX / area(size)));
  return { width: Math.round(size.width * scale), height: Math.round(size.height * scale) };
}

/** Drops the other fields when the size is a `ClipMedia`. */
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
