import { expect, it } from "vitest";
import { shrinkFrame } from "./shrink-frame.ts";

/** A frame with a different colour in each half. */
function aFrame(width: number, height: number, format?: "I420"): VideoFrame {
  const context = new OffscreenCanvas(width, height).getContext("2d");
  if (!context) throw new Error("no canvas");
  context.fillStyle = "rgb(200 40 60)";
  context.fillRect(0, 0, width / 2, height);
  context.fillStyle = "rgb(20 90 220)";
  context.fillRect(width / 2, 0, width / 2, height);
  if (format === undefined) return new VideoFrame(context.canvas, { timestamp: 0 });
  const { data } = context.getImageData(0, 0, width, height);
  const planes = new Uint8Array((width * height * 3) / 2);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * 4;
      const [red = 0, green = 0, blue = 0] = data.subarray(at, at + 3);
      const luma = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
      planes[y * width + x] = 16 + (luma * 219) / 255;
      if (x % 2 || y % 2) continue;
      const chroma = width * height + (y / 2) * (width / 2) + x / 2;
      planes[chroma] = 128 + ((blue - luma) / 1.8556 / 255) * 224;
      planes[chroma + (width * height) / 4] = 128 + ((red - luma) / 1.5748 / 255) * 224;
    }
  }
  return new VideoFrame(planes, {
    format,
    codedWidth: width,
    codedHeight: height,
    timestamp: 0,
    colorSpace: { primaries: "bt709", transfer: "bt709", matrix: "bt709", fullRange: false },
  });
}

/** Its size, and a colour of each half. */
function sizeAndColoursOf(image: ImageBitmap) {
  const context = new OffscreenCanvas(image.width, image.height).getContext("2d");
  context?.drawImage(image, 0, 0);
  const colours = [0.25, 0.75].flatMap((share) => [
    ...(context?.getImageData(image.width * share, image.height / 2, 1, 1).data ?? []),
  ]);
  return { width: image.width, height: image.height, colours };
}

const large = { width: 320, height: 180 };
const thumbnail = { width: 96, height: 54 };

it.each([
  {
    how: "by averaging",
    format: "I420" as const,
    size: large,
    expected: { width: 80, height: 44 },
  },
  { how: "by the browser", format: undefined, size: large, expected: thumbnail },
  {
    how: "when a frame is small enough already",
    format: "I420" as const,
    size: thumbnail,
    expected: thumbnail,
  },
])("keeps colours and shape: $how", async ({ format, size, expected }) => {
  const frame = aFrame(size.width, size.height, format);
  const whole = sizeAndColoursOf(await createImageBitmap(frame));
  const small = sizeAndColoursOf(await shrinkFrame(frame, thumbnail));
  frame.close();
  expect(small).toMatchObject(expected);
  expect(whole.colours).toHaveLength(8);
  for (const [index, value] of whole.colours.entries()) {
    expect(Math.abs((small.colours[index] ?? 0) - value)).toBeLessThanOrEqual(2);
  }
});
