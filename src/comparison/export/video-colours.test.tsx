import { describe, expect, test } from "vitest";
import { chartDifference, chartInVideo } from "../testing/colour-chart.ts";
import { makeTaggedClip, SIZES } from "../testing/tagged-clip.ts";
import { runJob } from "./run-job.ts";
import { aVideoJob, openBlob } from "./testing/a-job.ts";

/** An exported video is encoded again. */
const ENCODED = 12;

const sizes = Object.keys(SIZES) as (keyof typeof SIZES)[];
/** One for each way to compose a video: copied planes with tagged or guessed colours, and a painted canvas. */
const taggings = ["untagged", "601 in the stream", "full range 709"] as const;

describe.each(sizes)("an exported video of clips in %s keeps their colours", (size) => {
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
    const shown = await chartInVideo(result.file.blob, { x: 0, y: 0, ...SIZES[size] });
    expect(chartDifference(wanted, shown) <= ENCODED || { wanted, shown }).toBe(true);
  });
});
