import { afterEach, describe, expect, it } from "vitest";
import { eventually } from "#studio/testing/eventually.ts";
import { createTimeline } from "../clock/timeline.ts";
import { createFrameSource, type FrameSource } from "../frames/frame-source.ts";
import type { TestClipOptions } from "../testing/make-test-clip.ts";
import { openTestClip, paintedNumber } from "../testing/open-media.ts";
import type { Comparison } from "./comparison.ts";
import { createComparison } from "./create-comparison.ts";

const open: Comparison[] = [];

afterEach(() => {
  for (const comparison of open.splice(0)) comparison.close();
});

/** Opens two clips and checks the frame numbers in the pixels of every displayed pair. */
async function compare(left: TestClipOptions, right: TestClipOptions) {
  const media = { left: await openTestClip(left), right: await openTestClip(right) };
  const comparison = createComparison(media);
  open.push(comparison);
  const frames: number[] = [];
  const wrong: unknown[] = [];
  comparison.onShown((shown) => {
    frames.push(shown.frame);
    const timeline = createTimeline(media, comparison.getState().offsetFrames);
    for (const side of ["left", "right"] as const) {
      const painted = paintedNumber(shown[side].image);
      const expected = timeline.frameOf(side, shown.frame);
      if (painted !== expected) wrong.push({ frame: shown.frame, side, painted, expected });
    }
  });
  const isAt = (frame: number) => eventually(() => expect(frames.at(-1)).toBe(frame));
  await isAt(0);
  return { comparison, frames, wrong, isAt };
}

describe("two clips as one", () => {
  it.each([
    ["of one kind", {}, {}],
    ["of two sizes and shapes", { width: 480, height: 270 }, { width: 180, height: 320 }],
    ["with other key frames", { keyInterval: 5 }, { keyInterval: 48 }],
    ["of two rates and lengths", { frameRate: 24, frames: 30 }, { frameRate: 30, frames: 48 }],
  ])("%s show the same frame after every seek", async (_, left, right) => {
    const { comparison, wrong, isAt } = await compare(left, right);
    for (const frame of [30, 47, 46, 3, 24, 23]) {
      comparison.goToFrame(frame);
      await isAt(frame);
    }
    comparison.step(-2);
    comparison.step(5);
    await isAt(26);
    for (const frame of [27, 40, 12, 33, 5]) comparison.scrubTo(frame);
    comparison.endScrub();
    await isAt(5);
    comparison.setOffset(3);
    comparison.goToFrame(20);
    await isAt(20);
    expect(wrong).toEqual([]);
  });

  it("show previews of all frames while scrubbing if few frames fit into memory", async () => {
    const clip = await openTestClip({ keyInterval: 48 });
    const shown: { isWhole: boolean; frame: number; left: number | null; right: number | null }[] =
      [];
    const keeping = { budgetBytes: 320 * 180 * 1.5 * 8, sketchFactor: 2 };
    const sources: FrameSource[] = [];
    const comparison = createComparison(
      { left: clip, right: clip },
      {
        openSource(_, events) {
          const source = createFrameSource(clip, keeping, events);
          sources.push(source);
          return source;
        },
      },
    );
    open.push(comparison);
    comparison.onShown(({ frame, left, right }) => {
      shown.push({
        isWhole: left.image.codedWidth === 320 && right.image.codedWidth === 320,
        frame,
        left: paintedNumber(left.image),
        right: paintedNumber(right.image),
      });
    });
    const frames = Array.from({ length: 48 }, (_, frame) => frame);
    await eventually(() =>
      expect(frames.every((each) => sources.every((source) => source.hasSketch(each)))).toBe(true),
    );
    for (const frame of [40, 20, 30, 10]) {
      comparison.scrubTo(frame);
      await eventually(() => expect(shown.find((each) => each.frame === frame)).toBeDefined());
      expect(shown.find((each) => each.frame === frame)).toMatchObject({ isWhole: false });
    }
    comparison.endScrub();
    await eventually(() => expect(shown.at(-1)).toMatchObject({ frame: 10, isWhole: true }));
    for (const frame of [9, 8, 40, 39, 38, 0]) {
      comparison.goToFrame(frame);
      await eventually(() => expect(shown.at(-1)).toMatchObject({ frame, isWhole: true }));
    }
    expect(shown.filter(({ frame, left, right }) => left !== frame || right !== frame)).toEqual([]);
  });

  it("play to the end in pairs, each shown in order or counted as dropped", async () => {
    const { comparison, frames, wrong } = await compare({}, { keyInterval: 7 });
    comparison.setSpeed(2);
    comparison.play();
    await eventually(() => expect(comparison.getState().isPlaying).toBe(false));
    expect(frames.at(-1)).toBe(47);
    expect(frames).toEqual([...frames].sort((a, b) => a - b));
    expect(frames.length + comparison.getState().droppedFrames).toBe(48);
    expect(wrong).toEqual([]);
  });

  it("loop a region without leaving it", async () => {
    const { comparison, frames, wrong, isAt } = await compare({}, { frameRate: 30 });
    comparison.setRegion({ startFrame: 20, endFrame: 26 });
    comparison.setLooping(true);
    comparison.goToFrame(22);
    await isAt(22);
    frames.length = 0;
    comparison.play();
    const laps = () => frames.filter((frame, at) => frame < (frames[at - 1] ?? 0)).length;
    await eventually(() => expect(laps()).toBeGreaterThan(2));
    comparison.pause();
    expect(Math.min(...frames)).toBeGreaterThanOrEqual(20);
    expect(Math.max(...frames)).toBeLessThanOrEqual(26);
    expect(wrong).toEqual([]);
  });
});
