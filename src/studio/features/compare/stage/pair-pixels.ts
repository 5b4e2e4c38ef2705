/** The pictures of the moment, copied out of their video frames at their own size. */
import type { ShownFrames } from "../engine/comparison.ts";
import type { PerSide, Side } from "../side.ts";
import type { Fitted } from "./fitting.ts";
import type { Point } from "./geometry.ts";
import { createWorkCanvas } from "./work-canvas.ts";

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
  /** The pixel at a place of the frame; null beside the picture. */
  read: (shown: ShownFrames | null, side: Side, place: Point) => PixelValue | null;
}

/** Makes the copies' canvases. Judged blind, the copies of both sides have the same size. */
export function createPairPixels(fitted: Fitted, isBlind = false): PairPixels {
  const copies = { left: createCopy("left"), right: createCopy("right") };
  const probe = createWorkCanvas({ width: 1, height: 1 }, { willReadFrequently: true });

  function createCopy(side: Side) {
    const context = createWorkCanvas(isBlind ? fitted[side].rect : fitted[side].own);
    context.imageSmoothingQuality = "high";
    return { context, image: null as VideoFrame | null };
  }

  function picture(side: Side, shown: ShownFrames | null): OffscreenCanvas {
    const copy = copies[side];
    const { canvas } = copy.context;
    if (shown && shown[side].image !== copy.image) {
      copy.image = shown[side].image;
      copy.context.drawImage(copy.image, 0, 0, canvas.width, canvas.height);
    }
    return canvas;
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
      const { rect } = fitted[side];
      const x = Math.floor(((place.x - rect.x) / rect.width) * canvas.width);
      const y = Math.floor(((place.y - rect.y) / rect.height) * canvas.height);
      if (x < 0 || y < 0 || x >= canvas.width || y >= canvas.height) return null;
      probe.drawImage(canvas, x, y, 1, 1, 0, 0, 1, 1);
      const [red = 0, green = 0, blue = 0] = probe.getImageData(0, 0, 1, 1).data;
      return { x, y, red, green, blue };
    },
  };
}
