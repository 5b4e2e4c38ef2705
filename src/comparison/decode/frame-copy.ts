/**
 * Copies of decoded frames. A decoder has a small pool of frames and stalls until they are closed, so each is copied
 * out immediately and turned back into a `VideoFrame` for painting.
 */
import { type Orientation, paintUpright } from "./upright.ts";

/** A copy of a frame's pixels and their layout. */
export interface FrameCopy {
  buffer: ArrayBuffer;
  init: VideoFrameBufferInit;
}

const UPRIGHT: Orientation = { rotation: 0, isFlipped: false };

/** Copies the visible part of a decoded frame, upright. The caller still closes the frame. */
export async function copyFrame(
  frame: VideoFrame,
  orientation: Orientation | null,
  takeBuffer: (bytes: number) => ArrayBuffer,
): Promise<FrameCopy> {
  const { format, visibleRect } = frame;
  // Some frames do not expose their pixels, but every frame can be painted.
  if (orientation || format === null || visibleRect === null)
    return copyPainted(frame, orientation ?? UPRIGHT);
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
export function toVideoFrame({ buffer, init }: FrameCopy): VideoFrame {
  return new VideoFrame(buffer, init);
}

function copyPainted(frame: VideoFrame, orientation: Orientation): FrameCopy {
  const context = paintUpright(frame, orientation);
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
