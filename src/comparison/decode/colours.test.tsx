import { describe, expect, test } from "vitest";
import { createFrameDecoder } from "../frames/frame-decoder.ts";
import { openClipMedia } from "../media/open-clip.ts";
import { chartDifference, chartInVideo, readChart } from "../testing/colour-chart.ts";
import { makeTaggedClip, SIZES, TAGGINGS, type Tagging } from "../testing/tagged-clip.ts";
import { decodeFrames } from "./decode-frames.ts";
import { copyFrame, toVideoFrame } from "./frame-copy.ts";
import { shrink } from "./shrink.ts";
import { shrinkFrame } from "./shrink-frame.ts";
import { makeThumbnails } from "./thumbnails.ts";

/** Rounding differences between two conversions of planes to pixels, slightly larger for averaged planes. */
const SAME = 2;

async function open(clip: Blob) {
  const opening = await openClipMedia(clip);
  if (!opening.ok) throw new Error(opening.reason);
  return opening.media;
}

/** The pixels on Compare's stage, from the copied frame and from its preview. */
async function chartsOnStage(clip: Blob): Promise<{ stage: number[]; sketch: number[] }> {
  const media = await open(clip);
  const frame = await new Promise<VideoFrame>((resolve, reject) => {
    const events = {
      onFrame: (decoded: VideoFrame, index: number) =>
        index === 0 ? resolve(decoded) : decoded.close(),
      onLeftOut: () => {},
      onDamage: () => {},
      onFree: () => {},
      onFailure: () => reject(new Error("it does not decode")),
    };
    createFrameDecoder(media, events).then(async (decoder) => {
      // The first frames and those still in the decoder.
      for (let step = 0; step <= media.frameCount; step += 1) await decoder.stepTowards(0);
      decoder.close();
    }, reject);
  });
  const kept = await copyFrame(frame, null, (bytes) => new ArrayBuffer(bytes));
  frame.close();
  const small = shrink(kept, 2);
  const [whole, sketch] = [toVideoFrame(kept), toVideoFrame(small ?? kept)];
  const charts = { stage: readChart(whole), sketch: readChart(sketch) };
  whole.close();
  sketch.close();
  return charts;
}

/** Frames for the take sheet, the scrubber, exports and measures. */
async function chartsDecoded(clip: Blob) {
  const media = await open(clip);
  const charts: Record<string, number[]> = {};
  await decodeFrames(media, { first: 0, last: 0 }, async (frame) => {
    charts.decoded = readChart(frame);
    const sheet = await shrinkFrame(frame, { width: 160, height: 90 });
    charts.sheet = readChart(sheet);
    sheet.close();
  });
  for await (const { image } of makeThumbnails(
    media,
    { count: 1, height: 90 },
    new AbortController().signal,
  )) {
    charts.thumbnail = readChart(image);
    image.close();
  }
  return charts;
}

const sizes = Object.keys(SIZES) as (keyof typeof SIZES)[];
const taggings = Object.keys(TAGGINGS) as Tagging[];

describe.each(sizes)("a clip in %s has the same colours as <video> everywhere", (size) => {
  test.each(taggings)("%s", async (tagging) => {
    const clip = await makeTaggedClip(size, tagging);
    const wanted = await chartInVideo(clip);
    const charts = { ...(await chartsOnStage(clip)), ...(await chartsDecoded(clip)) };
    const differences = Object.entries(charts).map(([place, chart]) => [
      place,
      chartDifference(wanted, chart) <= SAME || chart,
    ]);
    expect(Object.fromEntries(differences)).toEqual({
      stage: true,
      sketch: true,
      decoded: true,
      sheet: true,
      thumbnail: true,
    });
  });
});
