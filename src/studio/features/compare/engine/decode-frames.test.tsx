import { describe, expect, it } from "vitest";
import { openTestClip, paintedNumber } from "../testing/open-media.ts";
import { decodeFrames } from "./decode-frames.ts";
import { makeThumbnails } from "./thumbnails.ts";

describe("all frames of a stretch", () => {
  it("come once, in order, each with its number", async () => {
    const media = await openTestClip({ frames: 40, keyInterval: 15 });
    const seen: (number | null)[][] = [];
    await decodeFrames(media, { first: 11, last: 33 }, async (frame, index) => {
      await Promise.resolve();
      seen.push([index, paintedNumber(frame)]);
    });
    expect(seen).toEqual(Array.from({ length: 23 }, (_, index) => [index + 11, index + 11]));
  });

  it("stop when they are given up", async () => {
    const media = await openTestClip({ frames: 40 });
    const giveUp = new AbortController();
    let count = 0;
    const work = decodeFrames(
      media,
      { first: 0, last: 39 },
      () => {
        count += 1;
        if (count === 5) giveUp.abort(new Error("enough"));
      },
      giveUp.signal,
    );
    await expect(work).rejects.toThrow("enough");
    expect(count).toBe(5);
  });
});

describe("thumbnails", () => {
  it.each([
    ["key frames where they are close", 6, 6],
    ["any frames where key frames are rare", 48, 6],
    ["all frames where there are fewer", 24, 99],
  ])("are %s", async (_, keyInterval, count) => {
    const media = await openTestClip({ frames: 48, keyInterval });
    const frames: number[] = [];
    for await (const { frame, image } of makeThumbnails(
      media,
      count,
      48,
      AbortSignal.timeout(60_000),
    )) {
      expect([image.height, paintedNumber(image)]).toEqual([48, frame]);
      image.close();
      frames.push(frame);
    }
    expect(frames).toHaveLength(Math.min(count, 48));
    expect(frames).toEqual([...frames].sort((a, b) => a - b));
  });
});
