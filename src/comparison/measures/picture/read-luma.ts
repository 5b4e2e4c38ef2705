/** Reads the luma of a decoded frame at a reduced size. */
import { type Luma, type LumaPlane, scalePlane } from "./scale-plane.ts";

/** Formats whose first plane is luma, one byte per pixel. */
const PLANAR: ReadonlySet<string> = new Set(["I420", "I420A", "I422", "I444", "NV12"]);

/** Creates a reader for the frames of one clip. The caller still closes each frame. */
export function createLumaReader(
  width: number,
  height: number,
): (frame: VideoFrame) => Promise<Luma> {
  // Reused for all frames, to avoid allocating megabytes many times per second.
  let bytes = new Uint8Array(0);
  return async (frame) => {
    const isPlanar = frame.format !== null && PLANAR.has(frame.format);
    if (!isPlanar) return scalePlane(paintedLuma(frame), width, height);
    const size = frame.allocationSize();
    if (bytes.length < size) bytes = new Uint8Array(size);
    const [luma] = await frame.copyTo(bytes);
    const plane: LumaPlane = {
      bytes,
      offset: luma?.offset ?? 0,
      stride: luma?.stride ?? 0,
      width: frame.visibleRect?.width ?? frame.codedWidth,
      height: frame.visibleRect?.height ?? frame.codedHeight,
      isFullRange: frame.colorSpace.fullRange === true,
    };
    return scalePlane(plane, width, height);
  };
}

/** Some frames do not expose their planes, but every frame can be painted. */
function paintedLuma(frame: VideoFrame): LumaPlane {
  const { displayWidth: width, displayHeight: height } = frame;
  const context = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true });
  if (!context) throw new Error("This browser paints no pictures.");
  context.drawImage(frame, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  const bytes = new Uint8Array(width * height);
  for (let pixel = 0; pixel < bytes.length; pixel += 1) {
    const at = pixel * 4;
    // ITU-R BT.709, 3.2.
    bytes[pixel] =
      0.2126 * (data[at] ?? 0) + 0.7152 * (data[at + 1] ?? 0) + 0.0722 * (data[at + 2] ?? 0);
  }
  return { bytes, offset: 0, stride: width, width, height, isFullRange: true };
}
