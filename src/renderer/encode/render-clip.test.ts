import { expect, test } from "vitest";
import { rmsOf } from "../sound/testing/measure.ts";
import { decodeSound } from "../testing/decode-sound.ts";
import { plainPainter, SMALL_FORMAT } from "../testing/plain-painter.ts";
import { readClip } from "../testing/read-clip.ts";
import { tone } from "../testing/tone.ts";
import { renderClip } from "./render-clip.ts";

test("a silent clip is a fast-start H.264 MP4 with the exact number of frames", async () => {
  const file = await renderClip({ painter: plainPainter(), sound: null });
  const clip = await readClip(file);

  expect(clip.boxes.indexOf("moov")).toBeLessThan(clip.boxes.indexOf("mdat"));
  expect(clip.video).toMatchObject({ width: 320, height: 180, duration: 1 });
  expect(clip.video.codec).toMatch(/^avc1\.6400/);
  expect(clip.video.times).toEqual(Array.from({ length: 24 }, (_, index) => index / 24));
  expect(clip.duration).toBe(1);
  expect(clip.audio).toBeNull();
});

test("a clip with sound has stereo AAC of exactly the picture's duration", async () => {
  const painter = plainPainter();
  const file = await renderClip({ painter, sound: tone(1) });
  const clip = await readClip(file);

  expect(clip.audio).toEqual({
    codec: "mp4a.40.2",
    sampleRate: 48_000,
    channelCount: 2,
    duration: 1,
  });
  expect(clip.duration).toBe(1);
  expect(clip.video.duration).toBe(1);
});

test("keeps the left and the right channel of the sound apart", async () => {
  const { left, sampleRate } = tone(1);
  const quiet = left.map((sample) => sample / 8);
  const file = await renderClip({
    painter: plainPainter(),
    sound: { sampleRate, left, right: quiet },
  });
  const [loud = 0, soft = 0] = (await decodeSound(file)).map((samples) => rmsOf(samples));
  expect(loud).toBeCloseTo(rmsOf(left), 1);
  expect(soft).toBeCloseTo(rmsOf(quiet), 2);
});

test("there is a keyframe every second", async () => {
  const painter = plainPainter({ ...SMALL_FORMAT, frameCount: 60 });
  const clip = await readClip(await renderClip({ painter, sound: null }));
  expect(clip.video.keyTimes).toEqual([0, 1, 2]);
});

test("colours are signalled as BT.709, limited range", async () => {
  const clip = await readClip(await renderClip({ painter: plainPainter(), sound: null }));
  expect(clip.video.colorSpace).toMatchObject({
    primaries: "bt709",
    transfer: "bt709",
    matrix: "bt709",
    fullRange: false,
  });
});

test("the same frames and sound give the same bytes", async () => {
  const render = () => renderClip({ painter: plainPainter(), sound: tone(1) });
  const first = await render();
  // Repeat, because an encoder with racing threads differs only occasionally.
  for (let again = 0; again < 8; again += 1) {
    expect(Buffer.compare(first, await render())).toBe(0);
  }
});

test("progress rises from frame to frame and ends at 1", async () => {
  const seen: number[] = [];
  await renderClip({
    painter: plainPainter(),
    sound: null,
    onProgress: (progress) => seen.push(progress),
  });
  expect(seen).toEqual(Array.from({ length: 24 }, (_, index) => (index + 1) / 24));
});

test("an abort rejects the render with the signal's reason", async () => {
  const controller = new AbortController();
  const rendering = renderClip({
    painter: plainPainter({ ...SMALL_FORMAT, frameCount: 240 }),
    sound: null,
    signal: controller.signal,
    onProgress: () => controller.abort(new Error("enough")),
  });
  await expect(rendering).rejects.toThrow("enough");
});

test("a throwing painter rejects the render", async () => {
  const painter = {
    ...plainPainter(),
    paint: () => {
      throw new Error("no colours");
    },
  };
  await expect(renderClip({ painter, sound: null })).rejects.toThrow("no colours");
});
