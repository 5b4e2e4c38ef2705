/** Every picture that is made is closed, however the work on it ends. */
import { beforeAll, describe, expect, it } from "vitest";
import { eventually } from "#studio/testing/eventually.ts";
import { createTimeline } from "../clock/timeline.ts";
import { createComparison } from "../engine/create-comparison.ts";
import { readPairs } from "../export/frame-reader.ts";
import { renderVideo } from "../export/render-video.ts";
import { aVideoJob } from "../export/testing/a-job.ts";
import type { ClipMedia } from "../media/clip-media.ts";
import { openClipMedia } from "../media/open-clip.ts";
import { damageSamples } from "../testing/damaged-clip.ts";
import { makeTestClip } from "../testing/make-test-clip.ts";
import { openTestClip } from "../testing/open-media.ts";
import { trackPictures } from "../testing/track-pictures.ts";
import { decodeFrames } from "./decode-frames.ts";
import { shrinkFrame } from "./shrink-frame.ts";
import { makeThumbnails } from "./thumbnails.ts";

let clip: ClipMedia;
let rotated: ClipMedia;
let damaged: ClipMedia;

beforeAll(async () => {
  clip = await openTestClip({ frames: 24, keyInterval: 12 });
  rotated = await openTestClip({ frames: 6, rotation: 90 });
  const file = await makeTestClip({ frames: 24, keyInterval: 12 });
  const opening = await openClipMedia(await damageSamples(file, [6]));
  if (!opening.ok) throw new Error(opening.reason);
  damaged = opening.media;
});

const allFrames = ({ frameCount }: ClipMedia) => ({ first: 0, last: frameCount - 1 });

describe("decoding closes every frame", () => {
  it("of a range, and those decoded only to reach it", async () => {
    const pictures = trackPictures();
    await decodeFrames(clip, { first: 5, last: 9 }, () => undefined);
    expect(pictures.made()).toBeGreaterThan(5);
    expect(pictures.open()).toEqual([]);
  });

  it("that has to be rotated upright", async () => {
    const pictures = trackPictures();
    await decodeFrames(rotated, allFrames(rotated), () => undefined);
    // Each is made twice: as it is decoded, and upright.
    expect(pictures.made()).toBe(12);
    expect(pictures.open()).toEqual([]);
  });

  it("when decoding is cancelled or its consumer throws halfway", async () => {
    const pictures = trackPictures();
    const controller = new AbortController();
    const cancel = () => controller.abort(new Error("enough"));
    await expect(
      decodeFrames(clip, { ...allFrames(clip), signal: controller.signal }, cancel),
    ).rejects.toThrow("enough");
    const fail = () => Promise.reject(new Error("no more"));
    await expect(decodeFrames(clip, allFrames(clip), fail)).rejects.toThrow("no more");
    expect(pictures.made()).toBeGreaterThan(1);
    expect(pictures.open()).toEqual([]);
  });

  it("of a damaged clip, including those decoded to locate the damage", async () => {
    const pictures = trackPictures();
    await decodeFrames(damaged, allFrames(damaged), () => undefined);
    expect(pictures.made()).toBeGreaterThan(18);
    expect(pictures.open()).toEqual([]);
  });
});

it("shrinking a frame leaves only the small picture open", async () => {
  const pictures = trackPictures();
  await decodeFrames(clip, { first: 0, last: 0 }, async (frame) => {
    for (const size of [
      { width: 96, height: 54 },
      { width: 320, height: 180 },
    ]) {
      const small = await shrinkFrame(frame, size);
      small.close();
    }
  });
  expect(pictures.open()).toEqual([]);
});

it("thumbnails leave only the yielded pictures open, even if the loop ends early", async () => {
  const pictures = trackPictures();
  const controller = new AbortController();
  for await (const { image } of makeThumbnails(clip, { count: 6, height: 22 }, controller.signal)) {
    image.close();
    if (pictures.made() > 6) break;
  }
  expect(pictures.open()).toEqual([]);
});

describe("an export closes every frame", () => {
  const media = () => ({ left: clip, right: damaged });

  it("that it reads in pairs, even if it ends early", async () => {
    const pictures = trackPictures();
    const reading = { media: media(), timeline: createTimeline(media(), 0), onDamage: () => {} };
    for await (const { frame } of readPairs(reading, [0, 3, 4, 9, 14])) if (frame === 9) break;
    expect(pictures.made()).toBeGreaterThan(8);
    expect(pictures.open()).toEqual([]);
  });

  it("of a video", async () => {
    const pictures = trackPictures();
    const job = aVideoJob(media(), { region: { startFrame: 2, endFrame: 7 } });
    const { ok } = await renderVideo(job, () => {});
    expect(ok).toBe(true);
    expect(pictures.open()).toEqual([]);
  });
});

it("closing a comparison closes every frame", async () => {
  const pictures = trackPictures();
  const comparison = createComparison({ left: clip, right: rotated });
  for (const frame of [0, 20, 3]) {
    comparison.goToFrame(frame);
    await eventually(() => expect(comparison.getShown()?.frame).toBe(frame));
  }
  comparison.close();
  // Frames that were being copied are closed when that is done.
  await eventually(() => expect(pictures.open()).toEqual([]));
  expect(pictures.made()).toBeGreaterThan(6);
});
