/** The pictures of the moment, copied out of their video frames at their own size. */
import type { ShownFrames } from "../engine/comparison.ts";
import { mapSides, type PerSide, type Side } from "../side.ts";
import type { Fitted, FittedSide } from "./fitting.ts";
import type { Point } from "./geometry.ts";
import { createWorkCanvas } from "./work-canvas.ts";

/** A picture with so many times fewer pixels across stands in for the clip's own while a slider is dragged. */
const SKETCHED = 1.5;

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
}

interface Copy {
  picture: (shown: ShownFrames | null) => OffscreenCanvas;
  isWhole: () => boolean;
}

/** Makes the copies' canvases. Judged blind, the copies of both sides have the same size. */
export function createPairPixels(fitted: Fitted, isBlind = false): PairPixels {
  const copies = mapSides({ left: fitted.left, right: fitted.right }, (side, name) =>
    createCopy(side, (shown) => shown[name].image, isBlind),
  );
  const probe = createWorkCanvas({ width: 1, height: 1 }, { willReadFrequently: true });
  return {
    picturesOf: (shown) => ({
      get left() {
        return copies.left.picture(shown);
      },
      get right() {
        return copies.right.picture(shown);
      },
    }),
    read(shown, side, place) {
      const canvas = copies[side].picture(shown);
      if (!copies[side].isWhole()) return null;
      const { rect } = fitted[side];
      const x = Math.floor(((place.x - rect.x) / rect.width) * canvas.width);
      const y = Math.floor(((place.y - rect.y) / rect.height) * canvas.height);
      if (x < 0 || y < 0 || x >= canvas.width || y >= canvas.height) return "beside";
      probe.drawImage(canvas, x, y, 1, 1, 0, 0, 1, 1);
      const [red = 0, green = 0, blue = 0] = probe.getImageData(0, 0, 1, 1).data;
      return { x, y, red, green, blue };
    },
  };
}

/** One side's copy. Sketches get a canvas of their own. */
function createCopy(
  { own, rect }: FittedSide,
  imageOf: (shown: ShownFrames) => VideoFrame,
  isBlind: boolean,
): Copy {
  const whole = createWorkCanvas(own);
  const small = createWorkCanvas({ width: 1, height: 1 });
  const same = isBlind ? createWorkCanvas(rect) : null;
  let copied: VideoFrame | null = null;
  let last = whole;

  function copy(image: VideoFrame) {
    copied = image;
    // A sketch says that it is as large as the clip; its pixels are fewer. Copied one to one it costs next to nothing.
    const pixels = image.visibleRect ?? own;
    const isSketch = pixels.width * SKETCHED <= own.width;
    last = isSketch ? small : whole;
    const size = isSketch ? { width: pixels.width, height: pixels.height } : own;
    if (last.canvas.width !== size.width) last.canvas.width = size.width;
    if (last.canvas.height !== size.height) last.canvas.height = size.height;
    last.drawImage(image, 0, 0, size.width, size.height);
    if (!same) return;
    same.imageSmoothingQuality = "high";
    same.drawImage(last.canvas, 0, 0, rect.width, rect.height);
  }

  return {
    picture(shown) {
      if (shown && imageOf(shown) !== copied) copy(imageOf(shown));
      return (same ?? last).canvas;
    },
    isWhole: () => last === whole,
  };
}
