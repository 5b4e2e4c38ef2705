/** The line between what draws frames and what encodes them. */

/** Size in pixels and frames per second of a clip. */
export interface FrameFormat {
  width: number;
  height: number;
  frameRate: number;
  frameCount: number;
}

/** Planes in the layout that H.264 wants: 8-bit luma, then two chroma planes of half size. */
export interface I420Planes {
  format: "I420";
  /** `width * height * 3 / 2` bytes: Y, then U, then V, rows without padding. */
  data: Uint8Array;
}

/** Packed 8-bit red, green, blue, alpha. */
export interface RgbaPixels {
  format: "RGBA";
  /** `width * height * 4` bytes, rows without padding. */
  data: Uint8Array;
}

/** Draws the frames of one clip, in order. The same request draws the same bytes. */
export interface FramePainter {
  readonly frame: FrameFormat;
  /** Pixels of frame `index` (0 ≤ index < frameCount), valid until the next call. */
  paint(index: number): I420Planes | RgbaPixels;
}
