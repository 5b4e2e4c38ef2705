import { describe, expect, it } from "vitest";
import { createTimeline } from "../clock/timeline.ts";
import { decodeSamples } from "../decode/decode-samples.ts";
import type { ShownFrames } from "../engine/comparison.ts";
import { fitTogether } from "../geometry/fitting.ts";
import type { Rect } from "../geometry/shapes.ts";
import { INITIAL_VIEW, type ViewState } from "../geometry/view-state.ts";
import type { ClipMedia } from "../media/clip-media.ts";
import { mapSides, type PerSide } from "../sides.ts";
import type { Result } from "./job.ts";
import { exportView } from "./paint-frame.ts";
import { runJob } from "./run-job.ts";
import { makeStill } from "./still.ts";
import { aVideoJob, CAPTIONS, openTestClip } from "./testing/a-job.ts";
import { colourAt, numbersIn, pixelsOf } from "./testing/read-video.ts";

async function pictureOf(result: Result | null): Promise<ImageData> {
  if (!result?.ok) throw new Error(result?.reason ?? "given up");
  expect(result.file.blob.type).toBe("image/png");
  return pixelsOf(await createImageBitmap(result.file.blob));
}

async function frameOf(media: ClipMedia, frame: number): Promise<VideoFrame> {
  const samples = Array.from({ length: frame + 1 }, (_, sample) => sample);
  const choice = { samples, isWanted: (each: number) => each === frame };
  for await (const decoded of decodeSamples(media, () => choice, undefined)) {
    return decoded.frame.clone();
  }
  throw new Error("no frame");
}

/** The still of two frames shown together. */
async function stillOf(media: PerSide<ClipMedia>, view: Partial<ViewState>, offsetFrames = 0) {
  const timeline = createTimeline(media, offsetFrames);
  const [frame, left, right] = [7, timeline.frameOf("left", 7), timeline.frameOf("right", 7)];
  const shown: ShownFrames = {
    frame,
    left: { index: left, image: await frameOf(media.left, left) },
    right: { index: right, image: await frameOf(media.right, right) },
  };
  const still = makeStill({
    shown,
    timeline,
    fitted: fitTogether(media),
    captions: CAPTIONS,
    time: "0.29 s · frames 8 and 6",
    view: exportView({ ...INITIAL_VIEW, ...view }),
    damage: { left: [], right: [] },
  });
  // The comparison releases its frames as soon as it continues.
  shown.left.image.close();
  shown.right.image.close();
  return pictureOf(await still);
}

/** Whether there is light text in a part of a bar. */
function isWritten(image: ImageData, { x, y, width, height }: Rect): boolean {
  return Array.from({ length: width * height }, (_, at) =>
    colourAt(image, x + (at % width), y + Math.floor(at / width)),
  ).some(([red = 0]) => red > 150);
}

describe("a still", () => {
  it("contains both frames at full size, names and time", async () => {
    const media = await openTestClip({ width: 640, height: 360 });
    const image = await stillOf({ left: media, right: media }, { view: "side", zoom: 8 }, 2);
    expect([image.width, image.height]).toEqual([1288, 388]);
    const rects = [0, 648].map((x) => ({ x, y: 0, width: 640, height: 360 }));
    expect(numbersIn(image, rects)).toEqual([7, 5]);
    expect(isWritten(image, { x: 0, y: 362, width: 100, height: 24 })).toBe(true);
    expect(isWritten(image, { x: 648, y: 362, width: 100, height: 24 })).toBe(true);
    expect(isWritten(image, { x: 1100, y: 362, width: 180, height: 24 })).toBe(true);
  });

  it("shows side by side what the blink view alternates", async () => {
    const media = await openTestClip();
    const image = await stillOf({ left: media, right: media }, { view: "blink" });
    expect(image.width).toBe(648);
  });

  it("shows the current view", async () => {
    const left = await openTestClip({ colour: "rgb(200 0 0)" });
    const right = await openTestClip({ colour: "rgb(0 0 200)" });
    const bottomOf = async (view: Partial<ViewState>) => {
      const image = await stillOf({ left, right }, view);
      expect([image.width, image.height]).toEqual([320, 208]);
      return [20, 300].map((x) => colourAt(image, x, 176).map((value) => Math.round(value / 50)));
    };
    const red = [4, 0, 0];
    const blue = [0, 0, 4];
    const both = [4, 0, 4];
    expect(await bottomOf({ view: "wipe" })).toEqual([red, blue]);
    expect(await bottomOf({ view: "wipe", isHorizontal: true })).toEqual([blue, blue]);
    expect(await bottomOf({ view: "overlay", opacity: 0 })).toEqual([red, red]);
    expect(await bottomOf({ view: "difference", gain: 1 })).toEqual([both, both]);
  });
});

describe("a contact sheet", () => {
  it("has a row for each side with frames from first to last, names and times", async () => {
    const left = await openTestClip({ frames: 24, keyInterval: 6 });
    const right = await openTestClip({ width: 160, height: 90, frames: 24 });
    const { kind: _, view: __, audible: ___, ...work } = aVideoJob({ left, right });
    const times = ["0.08 s", "0.33 s", "0.58 s", "0.83 s"];
    const parts: number[] = [];
    const result = await runJob(
      {
        ...work,
        kind: "sheet",
        columns: 4,
        region: { startFrame: 2, endFrame: 20 },
        captions: CAPTIONS,
        times,
      },
      { signal: new AbortController().signal, onProgress: (part) => parts.push(part) },
    );
    const image = await pictureOf(result);
    expect([image.width, image.height]).toEqual([4 * 320 + 3 * 4, 2 * 180 + 3 * 25]);
    const row = (y: number) =>
      [0, 1, 2, 3].map((x) => ({ x: x * 324, y, width: 320, height: 180 }));
    expect(numbersIn(image, row(25))).toEqual([2, 8, 14, 20]);
    expect(numbersIn(image, row(2 * 25 + 180))).toEqual([2, 8, 14, 20]);
    expect(isWritten(image, { x: 0, y: 2, width: 100, height: 20 })).toBe(true);
    expect(isWritten(image, { x: 130, y: 207, width: 60, height: 20 })).toBe(true);
    expect(isWritten(image, { x: 0, y: 412, width: 100, height: 20 })).toBe(true);
    expect(parts).toEqual([0.2, 0.4, 0.6, 0.8]);
    expect(mapSides(work.media, ({ frameCount }) => frameCount)).toEqual({ left: 24, right: 24 });
  });
});
