import { describe, expect, test } from "vitest";
import { chartDifference, chartInVideo } from "../testing/colour-chart.ts";
import { makeTaggedClip, SIZES } from "../testing/tagged-clip.ts";
import { runJob } from "./run-job.ts";
import { aVideoJob, openBlob } from "./testing/a-job.ts";

/** A video is encoded anew. */
const ENCODED = 12;

const sizes = Object.keys(SIZES) as (keyof typeof SIZES)[];
/** One for each way to compose a video: planes copied under the clip's own tags or the guessed ones, and painted. */
const taggings = ["untagged", "601 in the stream", "full range 709"] as const;

describe.each(sizes)("a video of clips in %s has their colours", (size) => {
  test.each(taggings)("%s", async (tagging) => {
    const clip = await makeTaggedClip(size, tagging);
    const media = await openBlob(clip);
    const job = aVideoJob(
      { left: media, right: media },
      { region: { startFrame: 0, endFrame: 1 } },
    );
    const result = await runJob(job, {
      signal: new AbortController().signal,
      onProgress: () => {},
    });
    if (!result?.ok) throw new Error("no video");
    const wanted = await chartInVideo(clip);
    const shown = await chartInVideo(result.made.blob, { x: 0, y: 0, ...SIZES[size] });
    expect(chartDifference(wanted, shown) <= ENCODED || { wanted, shown }).toBe(true);
  });
});
