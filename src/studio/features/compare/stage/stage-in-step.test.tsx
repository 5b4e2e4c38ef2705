import { afterEach, expect, it } from "vitest";
import { render } from "vitest-browser-react";
import type { Comparison } from "#comparison/engine/comparison.ts";
import { createComparison } from "#comparison/engine/create-comparison.ts";
import type { Side } from "#comparison/sides.ts";
import { readFrameNumber } from "#comparison/testing/frame-number.ts";
import { openTestClip } from "#comparison/testing/open-media.ts";
import { eventually } from "#studio/testing/eventually.ts";
import { aCompared } from "../testing/fake-compared.ts";
import { ComparisonStage } from "./comparison-stage.tsx";
import "#studio/app/tokens.css";

const open: Comparison[] = [];

afterEach(() => {
  for (const comparison of open.splice(0)) comparison.close();
});

/** Real clips of two sizes side by side, and the frame numbers read from the page's canvas. */
async function showClips() {
  const media = {
    left: await openTestClip({ keyInterval: 7 }),
    right: await openTestClip({ width: 480, height: 270, keyInterval: 48 }),
  };
  const comparison = createComparison(media);
  open.push(comparison);
  const compared = { ...aCompared(), comparison };
  const { container } = await render(
    <main style={{ width: 900 }}>
      <ComparisonStage compared={compared} />
    </main>,
  );
  const canvas = container.querySelector("canvas");
  const box = canvas?.parentElement;
  const context = canvas?.getContext("2d");
  if (!canvas || !context || !box) throw new Error("no picture");
  const numberOn = (side: Side) => {
    const style = getComputedStyle(box);
    const pixels = (name: string) =>
      Number.parseFloat(style.getPropertyValue(`--${side}-${name}`)) * devicePixelRatio;
    return readFrameNumber(context.getImageData(0, 0, canvas.width, canvas.height), {
      x: pixels("x"),
      y: pixels("y"),
      width: pixels("width"),
      height: pixels("height"),
    });
  };
  const isAt = (frame: number) =>
    eventually(() => expect([numberOn("left"), numberOn("right")]).toEqual([frame, frame]));
  await isAt(0);
  return { comparison, numberOn, isAt };
}

it("shows the same frame on both sides of the canvas, after every seek and during playback", async () => {
  const { comparison, numberOn, isAt } = await showClips();
  comparison.step(1);
  await isAt(1);
  comparison.goToFrame(40);
  await isAt(40);
  for (const frame of [30, 33, 12]) comparison.scrubTo(frame);
  comparison.endScrub();
  await isAt(12);

  const mismatches: unknown[] = [];
  const seen = new Set<number | null>();
  comparison.onShown(() => {
    // The stage has already painted, because it subscribed first.
    const [left, right] = [numberOn("left"), numberOn("right")];
    seen.add(left);
    if (left === null || left !== right) mismatches.push([left, right]);
  });
  comparison.play();
  await eventually(() => expect(comparison.getState().isPlaying).toBe(false));
  await isAt(47);
  expect(mismatches).toEqual([]);
  expect(seen.size).toBeGreaterThan(3);
});
