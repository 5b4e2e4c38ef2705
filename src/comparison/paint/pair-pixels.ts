/** Copies the pictures of the current pair out of their video frames at full resolution. */
import type { ShownFrames } from "../engine/comparison.ts";
import type { Fitted, FittedSide } from "../geometry/fitting.ts";
import type { Point, Size } from "../geometry/shapes.ts";
import { mapSides, type PerSide, SIDES, type Side } from "../sides.ts";
import { createWorkCanvas } from "./work-canvas.ts";

/** A frame this many times narrower than the clip counts as a sketch, shown while scrubbing. */
const SKETCH_FACTOR = 1.5;
/** The smallest possible canvas. */
const SMALLEST: Size = { width: 1, height: 1 };

/** A pixel of the clip's own picture. */
export interface PixelValue {
  x: number;
  y: number;
  red: number;
  green: number;
  blue: number;
}

/**
 * Scaling a video frame costs several times as much as copying it once, and a copy can be painted again while the pair
 * is shown: when zooming, dragging the divider or blinking. Each side is copied on first use.
 */
export interface PairPixels {
  /** The pictures of a pair. Without a pair, the previous pictures. */
  picturesOf: (shown: ShownFrames | null) => PerSide<OffscreenCanvas>;
  /**
   * The pixel at a point of the frame, or "beside" when the point is outside the picture. Null while a sketch is shown,
   * because its values are not the clip's own.
   */
  read: (shown: ShownFrames, side: Side, place: Point) => PixelValue | "beside" | null;
  /** Frees the canvases' memory. They are reallocated on the next use. */
  release: () => void;
}

interface PairPixelsOptions {
  /** Hides which side is which: both copies are reduced to the coarser resolution. */
  isBlind?: boolean;
  /** Whether playback is running, when scaling on time matters more than quality. */
  isPlaying?: () => boolean;
}

/** Creates the canvases for the copies. */
export function createPairPixels(
  fitted: Fitted,
  { isBlind = false, isPlaying = () => false }: PairPixelsOptions = {},
): PairPixels {
  const copies = mapSides({ left: fitted.left, right: fitted.right }, createCopy);
  const blindSides = isBlind
    ? mapSides({ left: fitted.left, right: fitted.right }, createMatchedCopy)
    : null;
  const probe = createWorkCanvas({ width: 1, height: 1 }, { willReadFrequently: true });

  function picture(side: Side, shown: ShownFrames | null): OffscreenCanvas {
    const own = copies[side].picture(shown?.[side].image);
    if (!blindSides) return own;
    if (!shown) return blindSides[side].last();
    const resolutionOf = (which: Side) =>
      pixelsOf(shown[which].image).width / fitted[which].rect.width;
    const resolution = Math.min(1, ...SIDES.map(resolutionOf));
    return blindSides[side].picture(own, shown, {
      resolution,
      quality: isPlaying() ? "low" : "high",
    });
  }

  return {
    picturesOf: (shown) => ({
      get left() {
        return picture("left", shown);
      },
      get right() {
        return picture("right", shown);
      },
    }),
    read(shown, side, place) {
      const canvas = picture(side, shown);
      if (SIDES.some((which) => isSketch(shown[which].image, fitted[which].own))) return null;
      const { rect } = fitted[side];
      const x = Math.floor(((place.x - rect.x) / rect.width) * canvas.width);
      const y = Math.floor(((place.y - rect.y) / rect.height) * canvas.height);
      if (x < 0 || y < 0 || x >= canvas.width || y >= canvas.height) return "beside";
      probe.drawImage(canvas, x, y, 1, 1, 0, 0, 1, 1);
      const [red = 0, green = 0, blue = 0] = probe.getImageData(0, 0, 1, 1).data;
      return { x, y, red, green, blue };
    },
    release() {
      for (const side of SIDES) {
        copies[side].release();
        blindSides?.[side].release();
      }
    },
  };
}

/** Copies one side. Sketches get a separate small canvas, because copying them one to one costs almost nothing. */
function createCopy({ own }: FittedSide) {
  const whole = createWorkCanvas(own);
  const small = createWorkCanvas(SMALLEST);
  let copied: VideoFrame | null = null;
  let last = whole;
  return {
    picture(image: VideoFrame | undefined): OffscreenCanvas {
      if (!image || image === copied) return last.canvas;
      copied = image;
      const sketched = isSketch(image, own);
      last = sketched ? small : whole;
      const { width, height } = resized(last.canvas, sketched ? pixelsOf(image) : own);
      last.drawImage(image, 0, 0, width, height);
      return last.canvas;
    },
    release() {
      copied = null;
      for (const { canvas } of [whole, small]) resized(canvas, SMALLEST);
    },
  };
}

/** Copies one side at its size in the frame, at no more than a given part of the full resolution. */
function createMatchedCopy({ rect }: FittedSide) {
  const even = createWorkCanvas(rect);
  const coarse = createWorkCanvas(SMALLEST);
  let copied: ShownFrames | null = null;
  let copiedAs: ImageSmoothingQuality = "low";
  return {
    last: () => even.canvas,
    picture(
      own: OffscreenCanvas,
      shown: ShownFrames,
      { resolution, quality }: { resolution: number; quality: ImageSmoothingQuality },
    ): OffscreenCanvas {
      if (shown === copied && (quality === copiedAs || quality === "low")) return even.canvas;
      copied = shown;
      copiedAs = quality;
      let source = own;
      if (resolution < 1) {
        const width = Math.round(rect.width * resolution);
        const height = Math.round(rect.height * resolution);
        resized(coarse.canvas, { width, height });
        coarse.drawImage(own, 0, 0, width, height);
        source = coarse.canvas;
      }
      resized(even.canvas, rect);
      even.imageSmoothingQuality = quality;
      even.drawImage(source, 0, 0, rect.width, rect.height);
      return even.canvas;
    },
    release() {
      copied = null;
      for (const { canvas } of [even, coarse]) resized(canvas, SMALLEST);
    },
  };
}

/** A sketch has the clip's display size but fewer pixels. */
function isSketch(image: VideoFrame, own: Size): boolean {
  return pixelsOf(image).width * SKETCH_FACTOR <= own.width;
}

function pixelsOf(image: VideoFrame): Size {
  const { width, height } = image.visibleRect ?? { width: 1, height: 1 };
  return { width, height };
}

/** Resizes only if the size differs, because setting it clears and reallocates the canvas. */
function resized(canvas: OffscreenCanvas, { width, height }: Size): Size {
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  return { width, height };
}
