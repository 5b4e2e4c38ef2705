import { describe, expect, it } from "vitest";
import { openTestClip } from "../testing/open-media.ts";
import { decodeFrames } from "./decode-frames.ts";

type Corner = "red" | "lime" | "blue" | "white";

/** Paints one colour into each corner, clockwise from the top left. */
function paintCorners(context: OffscreenCanvasRenderingContext2D) {
  const { width, height } = context.canvas;
  const corners: readonly [Corner, number, number][] = [
    ["red", 0, 0],
    ["lime", 1, 0],
    ["blue", 1, 1],
    ["white", 0, 1],
  ];
  for (const [colour, x, y] of corners) {
    context.fillStyle = colour;
    context.fillRect((x * width) / 2, (y * height) / 2, width / 2, height / 2);
  }
}

function nameOf([red = 0, green = 0, blue = 0]: Uint8ClampedArray): Corner {
  if (red > 128 && green > 128) return "white";
  if (red > 128) return "red";
  return green > blue ? "lime" : "blue";
}

/** The size of the decoded first frame, and its corners, clockwise from the top left. */
async function firstFrameOf(orientation: { rotation?: 0 | 90 | 180 | 270; isFlipped?: boolean }) {
  const media = await openTestClip({
    width: 320,
    height: 180,
    frames: 2,
    paint: paintCorners,
    ...orientation,
  });
  let seen: { size: number[]; corners: Corner[] } | null = null;
  await decodeFrames(media, { first: 0, last: 0 }, (frame) => {
    const { displayWidth: width, displayHeight: height } = frame;
    const context = new OffscreenCanvas(width, height).getContext("2d");
    context?.drawImage(frame, 0, 0);
    const at = (x: number, y: number) =>
      nameOf(context?.getImageData(x * width, y * height, 1, 1).data ?? new Uint8ClampedArray());
    seen = {
      size: [width, height],
      corners: [at(0.25, 0.25), at(0.75, 0.25), at(0.75, 0.75), at(0.25, 0.75)],
    };
  });
  return { media: [media.width, media.height], ...(seen ?? { size: [], corners: [] }) };
}

describe("a clip filmed with a rotated camera is decoded upright", () => {
  it.each([
    [{}, [320, 180], ["red", "lime", "blue", "white"]],
    [{ rotation: 90 }, [180, 320], ["white", "red", "lime", "blue"]],
    [{ rotation: 180 }, [320, 180], ["blue", "white", "red", "lime"]],
    [{ rotation: 270 }, [180, 320], ["lime", "blue", "white", "red"]],
    [{ isFlipped: true }, [320, 180], ["lime", "red", "white", "blue"]],
    [{ rotation: 90, isFlipped: true }, [180, 320], ["red", "white", "blue", "lime"]],
  ] as const)("%j", async (orientation, size, corners) => {
    expect(await firstFrameOf(orientation)).toEqual({ media: size, size, corners });
  });
});
