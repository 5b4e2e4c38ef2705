import { expect, it } from "vitest";
import type { Timeline } from "../clock/timeline.ts";
import { readFrameNumber } from "../testing/frame-number.ts";
import { readPairs } from "./frame-reader.ts";
import { openTestClip } from "./testing/a-job.ts";
import { pixelsOf } from "./testing/read-video.ts";

function numberOf(picture: VideoFrame): number | null {
  const context = new OffscreenCanvas(picture.displayWidth, picture.displayHeight).getContext("2d");
  context?.drawImage(picture, 0, 0);
  return context && readFrameNumber(pixelsOf(context.canvas));
}

/** A timeline with these frames of the left clip and always the fifth of the right one. */
function showing(frames: readonly number[]): Timeline {
  const frameOf: Timeline["frameOf"] = (side, frame) =>
    side === "left" ? (frames[frame] ?? 0) : 4;
  return { frameRate: 24, frameCount: frames.length, frameOf };
}

it("yields pairs in order, replaces skipped frames, and releases all of them", async () => {
  const media = await openTestClip({ keyInterval: 4 });
  // There is no frame between the fourth and the fifth and none after the last, so both never arrive.
  const frames = [2, 3, 3.5, 4, 9, 99];
  const seen: (number | null)[][] = [];
  const pictures: VideoFrame[] = [];
  const all = frames.map((_, frame) => frame);
  const onDamage = () => expect.unreachable("nothing is damaged");
  const reading = { media: { left: media, right: media }, timeline: showing(frames), onDamage };
  for await (const pair of readPairs(reading, all)) {
    seen.push([pair.frame, numberOf(pair.pictures.left), numberOf(pair.pictures.right)]);
    pictures.push(pair.pictures.left, pair.pictures.right);
  }
  expect(seen).toEqual([
    [0, 2, 4],
    [1, 3, 4],
    [2, 3, 4],
    [3, 4, 4],
    [4, 9, 4],
    [5, 9, 4],
  ]);
  // A closed frame has no format.
  expect(pictures.map(({ format }) => format)).toEqual(pictures.map(() => null));
});
