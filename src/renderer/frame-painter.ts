/** The interface between painting and encoding frames. */

/** Frame size in pixels and frames per second. */
export interface FrameFormat {
  width: number;
  height: number;
  frameRate: number;
  frameCount: number;
}

/** H.264's input layout: 8-bit luma, then two chroma planes of half size. */
export interface I420Planes {
  format: "I420";
  /** `width * height * 3 / 2` bytes: Y, then U, then V, without row padding. */
  data: Uint8Array;
}

/** Packed 8-bit red, green, blue, alpha. */
export interface RgbaPixels {
  format: "RGBA";
  /** `width * height * 4` bytes, without row padding. */
  data: Uint8Array;
}

/** Paints the frames of one clip, in order. The same request gives the same bytes. */
export interface FramePainter {
  readonly frame: FrameFormat;
  /** Pixels of frame `index` (0 ≤ index < frameCount), valid until the next call. */
  paint(index: number): I420Planes | RgbaPixels;
}
