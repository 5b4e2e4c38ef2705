/** Applies the rotation and flip of a container. Phone videos have them; Kirin's clips do not. */
import type { InputVideoTrack } from "mediabunny";

export interface Orientation {
  /** Degrees clockwise, applied before the flip. */
  rotation: number;
  /** Whether the picture is mirrored horizontally. */
  isFlipped: boolean;
}

/** A track's rotation and flip; null if it is already upright. */
export async function readOrientation(video: InputVideoTrack): Promise<Orientation | null> {
  const [rotation, isFlipped] = [await video.getRotation(), await video.getFlip()];
  return rotation === 0 && !isFlipped ? null : { rotation, isFlipped };
}

/** Paints a frame upright. */
export function paintUpright(
  frame: VideoFrame,
  { rotation, isFlipped }: Orientation,
): OffscreenCanvasRenderingContext2D {
  const { displayWidth, displayHeight } = frame;
  const isSideways = rotation % 180 !== 0;
  const width = isSideways ? displayHeight : displayWidth;
  const height = isSideways ? displayWidth : displayHeight;
  const context = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true });
  if (!context) throw new Error("This browser paints no pictures.");
  context.translate(width / 2, height / 2);
  if (isFlipped) context.scale(-1, 1);
  context.rotate((rotation * Math.PI) / 180);
  context.drawImage(frame, -displayWidth / 2, -displayHeight / 2, displayWidth, displayHeight);
  return context;
}

/** Returns the frame if it is already upright; otherwise closes it and returns an upright copy. */
export function applyOrientation(frame: VideoFrame, orientation: Orientation | null): VideoFrame {
  if (!orientation) return frame;
  try {
    return new VideoFrame(paintUpright(frame, orientation).canvas, { timestamp: frame.timestamp });
  } finally {
    frame.close();
  }
}
