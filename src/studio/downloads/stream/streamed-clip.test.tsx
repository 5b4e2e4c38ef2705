/** Clips that play while they arrive, in the browser's real Media Source Extensions. */
import { CanvasSink } from "mediabunny";
import { afterEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { openContainer } from "#comparison/media/container.ts";
import { makeTestClip } from "#comparison/testing/make-test-clip.ts";
import { eventually } from "#studio/testing/eventually.ts";
import { numberedClipFile, shownNumber } from "#studio/ui/playback/testing/numbered-clip.ts";
import reorderedUrl from "../../../../tests/fake-kirin/clip.mp4?url";
import { arrivingBytes } from "../testing/arriving-bytes.ts";
import { streamClip } from "./streamed-clip.ts";

const { signal } = new AbortController();

afterEach(() => vi.unstubAllGlobals());

function show(url: string): HTMLVideoElement {
  const video = document.createElement("video");
  video.muted = true;
  video.preload = "auto";
  video.src = url;
  document.body.append(video);
  onTestFinished(() => video.remove());
  return video;
}

async function open(file: Blob, fraction: number) {
  const bytes = await arrivingBytes(file);
  bytes.arrive(fraction);
  if (fraction === 1) bytes.end();
  const clip = await streamClip(bytes.stream, signal);
  if (clip === null) throw new Error("the clip can't be streamed");
  onTestFinished(() => clip.close());
  const video = show(clip.url);
  await eventually(() => expect(video.readyState).toBeGreaterThanOrEqual(2));
  return { bytes, clip, video };
}

async function seek(video: HTMLVideoElement, timeS: number) {
  video.currentTime = timeS;
  await eventually(() => expect(video.seeking).toBe(false));
}

/** A small picture of a frame. */
function pictureOf(frame: CanvasImageSource): number[] {
  const context = new OffscreenCanvas(16, 9).getContext("2d", { willReadFrequently: true });
  if (!context) throw new Error("no canvas");
  context.drawImage(frame, 0, 0, 16, 9);
  return [...context.getImageData(0, 0, 16, 9).data];
}

/** The pictures of all frames of a file, decoded without a media element. */
async function picturesOf(file: Blob): Promise<number[][]> {
  const input = openContainer(file);
  const track = await input.getPrimaryVideoTrack();
  if (track === null) throw new Error("no picture");
  const pictures: number[][] = [];
  for await (const { canvas } of new CanvasSink(track).canvases()) pictures.push(pictureOf(canvas));
  input.dispose();
  return pictures;
}

function nearest(picture: number[], others: readonly number[][]): number {
  const distances = others.map((other) =>
    other.reduce((sum, value, index) => sum + Math.abs(value - (picture[index] ?? 0)), 0),
  );
  return distances.indexOf(Math.min(...distances));
}

describe("a clip whose bytes are still arriving", () => {
  test.each([
    ["with many key frames", { frames: 96 }],
    ["with a single key frame", { frames: 96, keyFrameInterval: 100 }],
  ])("plays %s, and plays on as more arrives", async (_name, options) => {
    const { bytes, video } = await open(await numberedClipFile(options), 0.5);
    expect(video.duration).toBeCloseTo(4, 3);
    await video.play();
    await eventually(() => expect(video.currentTime).toBeGreaterThan(0.5));
    expect(video.buffered.end(0)).toBeLessThan(3);
    bytes.arrive(1);
    bytes.end();
    await eventually(() => expect(video.ended).toBe(true));
    expect(video.duration).toBeCloseTo(4, 3);
    await eventually(() => expect(shownNumber(video)).toBe(95));
  });

  test("shows a frame that was requested before it arrived", async () => {
    const { bytes, video } = await open(await numberedClipFile({ frames: 48 }), 0.4);
    video.currentTime = 45.5 / 24;
    bytes.arrive(1);
    bytes.end();
    await eventually(() => expect(video.seeking).toBe(false));
    await eventually(() => expect(shownNumber(video)).toBe(45));
  });

  test("clip: the bytes of a streamed clip stop arriving → the stream is reported lost, without an element error", async () => {
    const { bytes, clip, video } = await open(await numberedClipFile({ frames: 48 }), 0.5);
    bytes.end(new TypeError("network error"));
    await clip.lost;
    expect(video.error).toBeNull();
    expect(video.readyState).toBeGreaterThanOrEqual(2);
  });

  test("clip: a streamed clip ends early without an error → the stream is reported lost", async () => {
    const { bytes, clip } = await open(await numberedClipFile({ frames: 48 }), 0.5);
    bytes.end();
    await clip.lost;
  });

  test("clip: the source buffer of a streamed clip is full → the stream is reported lost, without an element error", async () => {
    const { bytes, clip, video } = await open(await numberedClipFile({ frames: 48 }), 0.5);
    vi.spyOn(SourceBuffer.prototype, "appendBuffer").mockImplementation(() => {
      throw new DOMException("full", "QuotaExceededError");
    });
    bytes.arrive(1);
    bytes.end();
    await clip.lost;
    expect(video.error).toBeNull();
    expect(video.readyState).toBeGreaterThanOrEqual(2);
  });

  test("stops reading when it is closed", async () => {
    const { bytes, clip } = await open(await numberedClipFile({ frames: 48 }), 0.5);
    clip.close();
    await eventually(() => expect(bytes.isCancelled()).toBe(true));
  });
});

describe("a clip that was streamed", () => {
  const even = (frameRate: number) => (frame: number) => frame / frameRate;
  test.each([
    ["24 frames a second", 24, even(24)],
    ["60 frames a second", 60, even(60)],
    ["uneven frames", 12, (frame: number) => frame * 0.02 + frame ** 2 * 0.01],
    ["a first frame later than zero", 24, (frame: number) => (frame + 2) / 24],
  ])("shows the frame at every time that its file shows: %s", async (_name, frames, timeOf) => {
    const { video } = await open(await numberedClipFile({ frames, timeOf }), 1);
    const clockOf = (frame: number) => timeOf(frame) - timeOf(0);
    for (let frame = 0; frame < frames - 1; frame += 1) {
      await seek(video, (clockOf(frame) + clockOf(frame + 1)) / 2);
      await eventually(() => expect(shownNumber(video)).toBe(frame));
    }
  });

  test("shows reordered frames in their order", async () => {
    const file = await (await fetch(reorderedUrl)).blob();
    const pictures = await picturesOf(file);
    expect(pictures).toHaveLength(8);
    const { video } = await open(file, 1);
    expect(video.duration).toBe(2);
    for (let frame = 7; frame >= 0; frame -= 1) {
      await seek(video, (frame + 0.5) / 4);
      // Not equal: for so small a picture the browser assumes another colour space in a file than in a stream.
      await eventually(() => expect(nearest(pictureOf(video), pictures)).toBe(frame));
    }
  });

  test("plays a file that is fragmented already", async () => {
    const { video } = await open(await numberedClipFile({ frames: 48, isFragmented: true }), 1);
    expect(video.duration).toBeCloseTo(2, 3);
    await seek(video, 40.5 / 24);
    await eventually(() => expect(shownNumber(video)).toBe(40));
  });

  test("has its sound, and its length is the file's", async () => {
    const file = await makeTestClip({ frames: 48, sound: {} });
    const { video } = await open(file, 1);
    const url = URL.createObjectURL(file);
    onTestFinished(() => URL.revokeObjectURL(url));
    const plain = show(url);
    await eventually(() => expect(plain.readyState).toBeGreaterThanOrEqual(1));
    await eventually(() => expect(video.duration).toBeCloseTo(plain.duration, 2));
    await video.play();
    await eventually(() => expect(video.ended).toBe(true));
    expect(Reflect.get(video, "webkitAudioDecodedByteCount")).toBeGreaterThan(0);
  });
});

describe("a clip that can't be streamed", () => {
  const refused = async (file: Blob) => {
    const bytes = await arrivingBytes(file);
    bytes.arrive(1);
    const clip = await streamClip(bytes.stream, signal);
    expect(clip).toBeNull();
    await eventually(() => expect(bytes.isCancelled()).toBe(true));
  };

  test("clip: the bytes are not a video → not streamed", () =>
    refused(new Blob(["{}".repeat(999)])));

  test("clip: the browser can't stream the codec of the sound → not streamed", async () => {
    await refused(await numberedClipFile({ soundS: 1 }));
  });

  test("clip: the picture starts long after the sound → not streamed", async () => {
    await refused(await makeTestClip({ timeOf: (frame) => 0.5 + frame / 24, sound: {} }));
  });

  test("clip: the browser has no Media Source Extensions → not streamed", async () => {
    vi.stubGlobal("MediaSource", undefined);
    vi.stubGlobal("ManagedMediaSource", undefined);
    await refused(await numberedClipFile());
  });

  test("clip: the index comes last → the stream opens with the last byte", async () => {
    const bytes = await arrivingBytes(await numberedClipFile({ isIndexLast: true }));
    const handleOpened = vi.fn();
    void streamClip(bytes.stream, signal).then(handleOpened);
    bytes.arrive(0.9);
    await new Promise((resolve) => requestAnimationFrame(resolve));
    expect(handleOpened).not.toHaveBeenCalled();
    bytes.arrive(1);
    bytes.end();
    await eventually(() => expect(handleOpened).toHaveBeenCalled());
  });
});
