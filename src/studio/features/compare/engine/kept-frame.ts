/**
 * Decoded pictures of our own. A decoder has few frames to give and waits until they are given back, so each is copied out
 * at once and made a frame again when it is painted.
 */
import { paintUpright, type Turn } from "./upright.ts";

/** A copy of a frame's pixels, and how to read them. */
export interface KeptFrame {
  buffer: ArrayBuffer;
  init: VideoFrameBufferInit;
}

const UPRIGHT: Turn = { rotation: 0, isFlipped: false };

/** Copies a decoded frame's visible part, upright. The frame stays the caller's to close. */
export async function keepFrame(
  frame: VideoFrame,
  turn: Turn | null,
  takeBuffer: (bytes: number) => ArrayBuffer,
): Promise<KeptFrame> {
  const { format, visibleRect } = frame;
  // Browsers do not give away the pixels of every frame, but they paint every one.
  if (turn || format === null || visibleRect === null) return keepPainted(frame, turn ?? UPRIGHT);
  const buffer = takeBuffer(frame.allocationSize());
  const layout = await frame.copyTo(buffer);
  return {
    buffer,
    init: {
      format,
      layout,
      codedWidth: visibleRect.width,
      codedHeight: visibleRect.height,
      displayWidth: frame.displayWidth,
      displayHeight: frame.displayHeight,
      colorSpace: frame.colorSpace,
      timestamp: frame.timestamp,
    },
  };
}

/** To be painted, and closed. */
export function toVideoFrame({ buffer, init }: KeptFrame): VideoFrame {
  return new VideoFrame(buffer, init);
}

function keepPainted(frame: VideoFrame, turn: Turn): KeptFrame {
  const context = paintUpright(frame, turn);
  const { width, height } = context.canvas;
  return {
    buffer: context.getImageData(0, 0, width, height).data.buffer,
    init: {
      format: "RGBA",
      codedWidth: width,
      codedHeight: height,
      timestamp: frame.timestamp,
    },
  };
}
