/**
 * Copies of decoded frames. A decoder has a small pool of frames and stalls until they are closed, so each is copied
 * out immediately and turned back into a `VideoFrame` for painting.
 */
import { paintUpright, type Turn } from "./upright.ts";

/** A copy of a frame's pixels and their layout. */
export interface KeptFrame {
  buffer: ArrayBuffer;
  init: VideoFrameBufferInit;
}

const UPRIGHT: Turn = { rotation: 0, isFlipped: false };

/** Copies the visible part of a decoded frame, upright. The caller still closes the frame. */
export async function keepFrame(
  frame: VideoFrame,
  turn: Turn | null,
  takeBuffer: (bytes: number) => ArrayBuffer,
): Promise<KeptFrame> {
  const { format, visibleRect } = frame;
  // Some frames do not expose their pixels, but every frame can be painted.
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

/** Makes a `VideoFrame` for painting; the caller closes it. */
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
