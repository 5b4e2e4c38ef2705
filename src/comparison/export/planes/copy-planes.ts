/** Copies a decoded frame's planes into a video picture, scaling up a smaller frame. */
import type { Rect, Size } from "../../geometry/shapes.ts";
import { createPlaneScaler } from "./scale-plane.ts";
import { inPlane, type Plane, type VideoPlanes } from "./video-planes.ts";

type PlaneFormat = "I420" | "NV12";

/** A part of a frame and its position in the video. Even numbers only. */
export interface PlacedPart {
  /** In frame coordinates. */
  area: Rect;
  /** The column of the video where the frame's left edge goes. */
  x: number;
}

/** Copies a part of the frame. */
export type CopyPlanes = (
  picture: VideoFrame,
  video: VideoPlanes,
  part: PlacedPart,
) => Promise<void>;

/** How a frame's planes are stored; null if the format is unsupported or the size is unexpected. */
export function planeFormatOf(
  { format, visibleRect, displayWidth, displayHeight }: VideoFrame,
  own: Size,
): PlaneFormat | null {
  const isPlain =
    visibleRect?.width === own.width &&
    visibleRect.height === own.height &&
    displayWidth === own.width &&
    displayHeight === own.height &&
    own.width % 2 === 0 &&
    own.height % 2 === 0;
  return isPlain && (format === "I420" || format === "NV12") ? format : null;
}

/** Creates a copier for pictures like this one. */
export function copyPlanes({ visibleRect }: VideoFrame, frame: Size): CopyPlanes {
  const own = { width: visibleRect?.width ?? 0, height: visibleRect?.height ?? 0 };
  return own.width === frame.width && own.height === frame.height
    ? copyArea
    : createEnlarger(own, frame);
}

/** Copies directly into place. */
async function copyArea(picture: VideoFrame, video: VideoPlanes, { area, x }: PlacedPart) {
  const { visibleRect } = picture;
  const rect = {
    ...area,
    x: area.x + (visibleRect?.x ?? 0),
    y: area.y + (visibleRect?.y ?? 0),
  };
  const target = { ...area, x: x + area.x };
  const [luma, blueness, redness] = video.planes.map((plane) => ({
    offset: placeIn(plane, target),
    stride: plane.stride,
  }));
  if (!luma || !blueness || !redness) return;
  if (picture.format !== "NV12") {
    await picture.copyTo(video.bytes, { rect, layout: [luma, blueness, redness] });
    return;
  }
  const pairs = { offset: video.length, stride: area.width };
  await picture.copyTo(video.bytes, { rect, layout: [luma, pairs] });
  const size = inPlane(area, 2);
  splitChroma(video.bytes, { pairs, size, planes: [blueness, redness] });
}

/** Scales up through a buffer of the clip's own size. */
function createEnlarger(own: Size, frame: Size): CopyPlanes {
  const buffer = new Uint8Array(own.width * own.height * 2);
  const luma = own.width * own.height;
  const half = { width: own.width / 2, height: own.height / 2 };
  const scalers = [
    createPlaneScaler(own, frame),
    createPlaneScaler(half, { width: frame.width / 2, height: frame.height / 2 }),
  ] as const;
  return async (picture, video, { area, x }) => {
    const colours = [luma, luma * 1.25].map((offset) => ({ offset, stride: half.width }));
    const [first, second] = colours;
    if (!first || !second) return;
    const plane = { offset: 0, stride: own.width };
    if (picture.format === "NV12") {
      const pairs = { offset: luma * 1.5, stride: own.width };
      await picture.copyTo(buffer, { layout: [plane, pairs] });
      splitChroma(buffer, { pairs, size: half, planes: [first, second] });
    } else await picture.copyTo(buffer, { layout: [plane, first, second] });
    for (const [index, target] of video.planes.entries()) {
      const scale = scalers[index === 0 ? 0 : 1];
      const place = {
        bytes: video.bytes,
        offset: placeIn(target, { x, y: 0 }),
        stride: target.stride,
      };
      scale(
        buffer.subarray([0, first.offset, second.offset][index]),
        place,
        inPlane(area, target.step),
      );
    }
  };
}

interface ChromaSplit {
  /** Where the interleaved values are. */
  pairs: PlaneLayout;
  /** In pairs. */
  size: Size;
  /** Where the separate planes go. */
  planes: readonly [PlaneLayout, PlaneLayout];
}

/** Splits the interleaved chroma plane of NV12 in two. */
function splitChroma(
  bytes: Uint8Array | Uint8ClampedArray,
  { pairs, size: { width, height }, planes: [blueness, redness] }: ChromaSplit,
): void {
  for (let y = 0; y < height; y += 1) {
    const from = pairs.offset + y * pairs.stride;
    for (let x = 0; x < width; x += 1) {
      bytes[blueness.offset + y * blueness.stride + x] = bytes[from + 2 * x] ?? 0;
      bytes[redness.offset + y * redness.stride + x] = bytes[from + 2 * x + 1] ?? 0;
    }
  }
}

function placeIn({ offset, stride, step }: Plane, at: { x: number; y: number }): number {
  return offset + (at.y / step) * stride + at.x / step;
}
