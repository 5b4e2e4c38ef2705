import { afterEach, describe, expect, it, vi } from "vitest";
import { readFrameNumber } from "../testing/frame-number.ts";
import { makeTestClip } from "../testing/make-test-clip.ts";
import type { Comparison } from "./comparison.ts";
import { createComparison } from "./create-comparison.ts";
import { openClipMedia } from "./open-clip.ts";

const open: Comparison[] = [];

afterEach(() => {
  for (const comparison of open.splice(0)) comparison.close();
});

type ClipOptions = Parameters<typeof makeTestClip>[0];

async function mediaOf(options: ClipOptions) {
  const opening = await openClipMedia(await makeTestClip(options));
  if (!opening.ok) throw new Error(opening.reason);
  return opening.media;
}

async function compare(left: ClipOptions, right: ClipOptions) {
  const comparison = createComparison({ left: await mediaOf(left), right: await mediaOf(right) });
  open.push(comparison);
  const pairs: { frame: number; left: number | null; right: number | null }[] = [];
  comparison.onShown((shown) => {
    pairs.push({
      frame: shown.frame,
      left: numberOf(shown.left.image),
      right: numberOf(shown.right.image),
    });
  });
  return { comparison, pairs, last: () => pairs.at(-1) };
}

const context = new OffscreenCanvas(160, 90).getContext("2d", { willReadFrequently: true });

/** The number in a picture, as it is painted. */
function numberOf(image: VideoFrame): number | null {
  context?.drawImage(image, 0, 0, 160, 90);
  return context ? readFrameNumber(context.getImageData(0, 0, 160, 90)) : null;
}

describe("two clips as one", () => {
  it("shows both first frames, and the same frame of both wherever it goes", async () => {
    const { comparison, pairs, last } = await compare({}, { width: 160, height: 90 });
    await vi.waitFor(() => expect(last()).toEqual({ frame: 0, left: 0, right: 0 }));
    for (const frame of [30, 47, 46, 3, 24, 23]) {
      comparison.goToFrame(frame);
      await vi.waitFor(() => expect(last()).toEqual({ frame, left: frame, right: frame }));
    }
    comparison.step(-2);
    comparison.step(5);
    await vi.waitFor(() => expect(last()?.frame).toBe(26));
    for (const pair of pairs) expect([pair.left, pair.right]).toEqual([pair.frame, pair.frame]);
  });

  it("plays to the end in pairs", async () => {
    const { comparison, pairs } = await compare({}, { keyInterval: 7 });
    comparison.play();
    await vi.waitFor(() => expect(comparison.getState().frame).toBe(47), { timeout: 10_000 });
    await vi.waitFor(() => expect(comparison.getState().isPlaying).toBe(false));
    for (const pair of pairs) expect([pair.left, pair.right]).toEqual([pair.frame, pair.frame]);
    expect(pairs.length + comparison.getState().droppedFrames).toBe(48);
  });
});
