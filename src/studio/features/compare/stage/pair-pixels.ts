/** The pictures of the moment, copied out of their video frames at their own size. */
import type { ShownFrames } from "../engine/comparison.ts";
import { mapSides, type PerSide, SIDES, type Side } from "../side.ts";
import type { Fitted, FittedSide } from "./fitting.ts";
import type { Point, Size } from "./geometry.ts";
import { createWorkCanvas } from "./work-canvas.ts";

/** A picture with so many times fewer pixels across stands in for the clip's own while a slider is dragged. */
const SKETCHED = 1.5;
/** A canvas cannot be smaller. */
const NOTHING: Size = { width: 1, height: 1 };

/** The pixel of a clip's own picture at one place of the frame. */
export interface PixelValue {
  x: number;
  y: number;
  red: number;
  green: number;
  blue: number;
}

/**
 * Scaling a video frame costs several times as much as copying it once, and a copy can be painted again for as long as the
 * pair is shown: while zooming, dragging the divider, blinking. Each side is copied when it is first asked for.
 */
export interface PairPixels {
  /** The pictures of a pair; of the one before for as long as there is no new one. */
  picturesOf: (shown: ShownFrames | null) => PerSide<OffscreenCanvas>;
  /**
   * The pixel at a place of the frame. Null where it is not known: while a slider is dragged, smaller pictures may stand in
   * for the clip's own.
   */
  read: (shown: ShownFrames, side: Side, place: Point) => PixelValue | "beside" | null;
  /** Gives the canvases' memory back at once; asked again, they are made anew. */
  release: () => void;
}

interface PairPixelsOptions {
  /** Nothing may tell the sides apart: both copies are as fine as the coarser one. */
  isBlind?: boolean;
  /** Whether it plays: then a fair reduction in time is worth more than a fine one. */
  isPlaying?: () => boolean;
}

/** Makes the copies' canvases. */
export function createPairPixels(
  fitted: Fitted,
  { isBlind = false, isPlaying = () => false }: PairPixelsOptions = {},
): PairPixels {
  const copies = mapSides({ left: fitted.left, right: fitted.right }, createCopy);
  const evened = isBlind
    ? mapSides({ left: fitted.left, right: fitted.right }, createEvenCopy)
    : null;
  const probe = createWorkCanvas({ width: 1, height: 1 }, { willReadFrequently: true });

  function picture(side: Side, shown: ShownFrames | null): OffscreenCanvas {
    const own = copies[side].picture(shown?.[side].image);
    if (!evened) return own;
    if (!shown) return evened[side].last();
    const finenessOf = (which: Side) =>
      pixelsOf(shown[which].image).width / fitted[which].rect.width;
    const fineness = Math.min(1, ...SIDES.map(finenessOf));
    return evened[side].picture(own, shown, fineness, isPlaying() ? "low" : "high");
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
        evened?.[side].release();
      }
    },
  };
}

/** One side's copy. Sketches get a canvas of their own: copied one to one they cost next to nothing. */
function createCopy({ own }: FittedSide) {
  const whole = createWorkCanvas(own);
  const small = createWorkCanvas(NOTHING);
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
      for (const { canvas } of [whole, small]) resized(canvas, NOTHING);
    },
  };
}

/** One side's copy at the size in the frame, and no finer than a part of it. */
function createEvenCopy({ rect }: FittedSide) {
  const even = createWorkCanvas(rect);
  const coarse = createWorkCanvas(NOTHING);
  let copied: ShownFrames | null = null;
  let copiedAs: ImageSmoothingQuality = "low";
  return {
    last: () => even.canvas,
    picture(
      own: OffscreenCanvas,
      shown: ShownFrames,
      fineness: number,
      quality: ImageSmoothingQuality,
    ): OffscreenCanvas {
      if (shown === copied && (quality === copiedAs || quality === "low")) return even.canvas;
      copied = shown;
      copiedAs = quality;
      let source = own;
      if (fineness < 1) {
        const width = Math.round(rect.width * fineness);
        const height = Math.round(rect.height * fineness);
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
      for (const { canvas } of [even, coarse]) resized(canvas, NOTHING);
    },
  };
}

/** A sketch says that it is as large as the clip; its pixels are fewer. */
function isSketch(image: VideoFrame, own: Size): boolean {
  return pixelsOf(image).width * SKETCHED <= own.width;
}

function pixelsOf(image: VideoFrame): Size {
  const { width, height } = image.visibleRect ?? { width: 1, height: 1 };
  return { width, height };
}

/** Setting a canvas's size empties it, and makes its memory anew: it is done where the size is another one. */
function resized(canvas: OffscreenCanvas, { width, height }: Size): Size {
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  return { width, height };
}
