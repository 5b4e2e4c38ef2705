import type { FrameFormat, FramePainter } from "../frame-painter.ts";

/** A small format: one second of 320×180. */
export const SMALL_FORMAT: FrameFormat = {
  width: 320,
  height: 180,
  frameRate: 24,
  frameCount: 24,
};

/** A painter of a moving diagonal pattern in grey, directly in I420. */
export function plainPainter(frame: FrameFormat = SMALL_FORMAT): FramePainter {
  const { width, height } = frame;
  const data = new Uint8Array((width * height * 3) / 2).fill(128);
  return {
    frame,
    paint(index) {
      for (let y = 0; y < height; y += 1) {
        for (let x = 0; x < width; x += 1) {
          data[y * width + x] = 16 + ((x + 2 * y + 5 * index) % 220);
        }
      }
      return { format: "I420", data };
    },
  };
}
