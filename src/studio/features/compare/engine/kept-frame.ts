/**
 * Decoded pictures of our own. A decoder has few frames to give and waits until they are given back, so each is copied out
 * at once and made a frame again when it is painted.
 */

/** A copy of a frame's pixels, and how to read them. */
export interface KeptFrame {
  buffer: ArrayBuffer;
  init: VideoFrameBufferInit;
}

/** How a picture must be turned to stand upright, as its container tells. */
export interface Turn {
  /** Degrees clockwise, before the flip. */
  rotation: 0 | 90 | 180 | 270;
  isFlipped: boolean;
}

/** Copies a decoded frame's visible part, upright. The frame stays the caller's to close. */
export async function keepFrame(
  frame: VideoFrame,
  turn: Turn,
  takeBuffer: (bytes: number) => ArrayBuffer,
): Promise<KeptFrame> {
  const { format, visibleRect } = frame;
  const isUpright = turn.rotation === 0 && !turn.isFlipped;
  if (!isUpright || format === null || visibleRect === null) return paintUpright(frame, turn);
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

/** For turned pictures, and those whose pixels the browser does not give away. */
function paintUpright(frame: VideoFrame, { rotation, isFlipped }: Turn): KeptFrame {
  const { displayWidth, displayHeight } = frame;
  const isLying = rotation % 180 !== 0;
  const width = isLying ? displayHeight : displayWidth;
  const height = isLying ? displayWidth : displayHeight;
  const context = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true });
  if (!context) throw new Error("This browser paints no pictures.");
  context.translate(width / 2, height / 2);
  if (isFlipped) context.scale(-1, 1);
  context.rotate((rotation * Math.PI) / 180);
  context.drawImage(frame, -displayWidth / 2, -displayHeight / 2, displayWidth, displayHeight);
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
