import { afterEach, describe, expect, it, vi } from "vitest";
import { eventually } from "#studio/testing/eventually.ts";
import { decodeFrames } from "../decode/decode-frames.ts";
import { runJob } from "../export/run-job.ts";
import { aVideoJob } from "../export/testing/a-job.ts";
import type { ClipMedia } from "../media/clip-media.ts";
import { openClipMedia } from "../media/open-clip.ts";
import { damageSamples } from "../testing/damaged-clip.ts";
import { lateDecoder } from "../testing/late-decoder.ts";
import { makeTestClip, type TestClipOptions } from "../testing/make-test-clip.ts";
import { openTestClip, paintedNumber } from "../testing/open-media.ts";
import type { Comparison } from "./comparison.ts";
import { createComparison } from "./create-comparison.ts";

/** Three groups of 12 frames, with these samples damaged. */
async function damagedClip(samples: readonly number[], options: TestClipOptions = {}) {
  const clip = await makeTestClip({ frames: 36, keyInterval: 12, ...options });
  const opening = await openClipMedia(await damageSamples(clip, samples));
  if (!opening.ok) throw new Error(opening.reason);
  return opening.media;
}

/** Seeks to each frame and waits for the expected left and right frames. */
async function expectShown(
  comparison: Comparison,
  wanted: readonly (readonly [number, number, number])[],
) {
  for (const [frame, left, right] of wanted) {
    comparison.goToFrame(frame);
    await eventually(() => {
      const pair = comparison.getShown();
      const shown = pair && [
        pair.frame,
        paintedNumber(pair.left.image),
        paintedNumber(pair.right.image),
      ];
      expect(shown).toEqual([frame, left, right]);
    });
  }
}

/** The frame numbers, read from the pixels, when all frames are decoded in sequence. */
async function decodedInSequence(media: ClipMedia) {
  const seen: number[] = [];
  await decodeFrames(media, { first: 0, last: media.frameCount - 1 }, (frame, index) => {
    expect(paintedNumber(frame)).toBe(index);
    seen.push(index);
  });
  return seen;
}

const range = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);

afterEach(() => vi.unstubAllGlobals());

describe("a clip that is damaged in the middle", () => {
  it("clip: a seek goes beyond damaged frames → the frame is shown, the damaged range is reported, and the other side continues", async () => {
    const [left, right] = [await openTestClip({ frames: 36 }), await damagedClip([16])];
    const comparison = createComparison({ left, right });
    await expectShown(comparison, [
      [30, 30, 30],
      [20, 20, 15],
      [15, 15, 15],
      [23, 23, 15],
      [24, 24, 24],
      [3, 3, 3],
    ]);
    const { failedSide, damage } = comparison.getState();
    expect({ failedSide, damage }).toEqual({
      failedSide: null,
      damage: { left: [], right: [{ first: 16, last: 23 }] },
    });
    comparison.close();
  });

  it("clip: both clips are damaged at the start, the end and in several places → every decodable frame is shown", async () => {
    const [left, right] = [await damagedClip([0, 30]), await damagedClip([5, 14, 18, 24])];
    const comparison = createComparison({ left, right });
    await expectShown(comparison, [
      [0, 12, 0],
      [8, 12, 4],
      [13, 13, 13],
      [29, 29, 13],
      [35, 29, 13],
    ]);
    await eventually(() =>
      expect(comparison.getState().damage).toEqual({
        left: [
          { first: 0, last: 11 },
          { first: 30, last: 35 },
        ],
        right: [
          { first: 5, last: 11 },
          { first: 14, last: 35 },
        ],
      }),
    );
    expect(comparison.getState().failedSide).toBeNull();
    comparison.close();
  });

  it("clip: no frame decodes → its side fails", async () => {
    const [left, right] = [await openTestClip({ frames: 36 }), await damagedClip([0, 12, 24])];
    const comparison = createComparison({ left, right });
    await eventually(() => expect(comparison.getState().failedSide).toBe("right"));
    comparison.close();
  });

  it.each([
    ["H.264", "avc"],
    ["VP9", "vp9"],
  ] as const)(
    "clip: all frames of %s are decoded in sequence → every undamaged frame is delivered once",
    async (_, codec) => {
      const seen = await decodedInSequence(await damagedClip([16], { codec }));
      expect(seen).toEqual([...range(0, 15), ...range(24, 35)]);
    },
  );

  it("clip: the decoder reports damage many samples late → no frame before it is lost, in playback or by seeks", async () => {
    vi.stubGlobal("VideoDecoder", lateDecoder(20));
    const [left, right] = [await openTestClip({ frames: 36 }), await damagedClip([16])];
    expect(await decodedInSequence(right)).toEqual([...range(0, 15), ...range(24, 35)]);
    const comparison = createComparison({ left, right });
    await expectShown(comparison, [
      [20, 20, 15],
      [11, 11, 11],
      [30, 30, 30],
    ]);
    expect(comparison.getState().damage.right).toEqual([{ first: 16, last: 23 }]);
    comparison.close();
  });

  it("clip: the exported range contains damage → the video is exported and counts its damaged frames", async () => {
    const media = { left: await openTestClip({ frames: 36 }), right: await damagedClip([16]) };
    const make = async (startFrame: number, endFrame: number) => {
      const job = aVideoJob(media, { region: { startFrame, endFrame } });
      const { signal } = new AbortController();
      const result = await runJob(job, { signal, onProgress: () => {} });
      return result?.ok ? result.file.damagedFrames : null;
    };
    expect(await make(0, 35)).toBe(8);
    expect(await make(10, 17)).toBe(2);
    // Of the right clip, only the frames before the damage decode here.
    expect(await make(18, 21)).toBe(4);
  });
});
