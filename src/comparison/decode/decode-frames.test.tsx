import { describe, expect, it } from "vitest";
import { eventually } from "#studio/testing/eventually.ts";
import { createComparison } from "../engine/create-comparison.ts";
import { openClipMedia } from "../media/open-clip.ts";
import { openTestClip, paintedNumber } from "../testing/open-media.ts";
import { reorderedClip } from "../testing/reordered-clip.ts";
import { decodeFrames } from "./decode-frames.ts";
import { makeThumbnails } from "./thumbnails.ts";

describe("all frames of a range", () => {
  it("arrive once, in order, with their numbers", async () => {
    const media = await openTestClip({ frames: 40, keyInterval: 15 });
    const seen: (number | null)[][] = [];
    await decodeFrames(media, { first: 11, last: 33 }, async (frame, index) => {
      await Promise.resolve();
      seen.push([index, paintedNumber(frame)]);
    });
    expect(seen).toEqual(Array.from({ length: 23 }, (_, index) => [index + 11, index + 11]));
  });

  it("arrive in display order even if decoded in another order", async () => {
    const opening = await openClipMedia(reorderedClip());
    if (!opening.ok) throw new Error(opening.reason);
    const { media } = opening;
    expect([media.frameCount, media.frameRate, media.frameTimes[0]]).toEqual([16, 24, 0]);
    const seen: (number | null)[][] = [];
    await decodeFrames(media, { first: 5, last: 15 }, (frame, index) => {
      seen.push([index, paintedNumber(frame)]);
    });
    expect(seen).toEqual(Array.from({ length: 11 }, (_, index) => [index + 5, index + 5]));
    const comparison = createComparison({ left: media, right: media });
    const numbers = () => {
      const shown = comparison.getShown();
      return shown && [shown.frame, paintedNumber(shown.left.image)];
    };
    for (const frame of [7, 15, 14, 9, 6, 8]) {
      comparison.goToFrame(frame);
      await eventually(() => expect(numbers()).toEqual([frame, frame]));
    }
    comparison.close();
  });

  it("stop when cancelled", async () => {
    const media = await openTestClip({ frames: 40 });
    const abortController = new AbortController();
    let count = 0;
    const work = decodeFrames(media, { first: 0, last: 39, signal: abortController.signal }, () => {
      count += 1;
      if (count === 5) abortController.abort(new Error("enough"));
    });
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
      { count, height: 48 },
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
