import { describe, expect, it, vi } from "vitest";
import type { PictureRect } from "../testing/frame-number.ts";
import { makeTestClip } from "../testing/make-test-clip.ts";
import type { ExportedFile, VideoJob } from "./job.ts";
import { renderVideo } from "./render-video.ts";
import { runJob } from "./run-job.ts";
import { aVideoJob, openBlob, openTestClip } from "./testing/a-job.ts";
import { withAac } from "./testing/aac-clip.ts";
import { colourAt, numbersIn, readSound, readVideo } from "./testing/read-video.ts";

const BESIDE: PictureRect[] = [
  { x: 0, y: 0, width: 320, height: 180 },
  { x: 320, y: 0, width: 320, height: 180 },
];

async function make(job: VideoJob): Promise<ExportedFile> {
  const parts: number[] = [];
  const options = {
    signal: new AbortController().signal,
    onProgress: (part: number) => parts.push(part),
  };
  const result = await runJob(job, options);
  if (!result?.ok) throw new Error(result?.reason ?? "given up");
  expect(parts).toEqual([...parts].sort((a, b) => a - b));
  expect(parts.length).toBe(job.region.endFrame - job.region.startFrame + 1);
  return result.file;
}

/** For each frame of the video, the frame numbers shown on the left and right. */
async function numbersOf(made: ExportedFile) {
  const { pictures } = await readVideo(made.blob);
  return pictures.map(({ image }) => numbersIn(image, BESIDE));
}

describe("a video of both clips", () => {
  it("contains every frame of both clips in step, at the stated size, with a keyframe every second", async () => {
    const media = await openTestClip({ frames: 36 });
    const made = await make(
      aVideoJob({ left: media, right: media }, { region: { startFrame: 0, endFrame: 35 } }),
    );
    const { pictures, keyTimes, sound, codec } = await readVideo(made.blob);
    expect(pictures.map(({ image }) => numbersIn(image, BESIDE))).toEqual(
      Array.from({ length: 36 }, (_, frame) => [frame, frame]),
    );
    expect(pictures.map(({ time }) => Math.round(time * 24))).toEqual(
      Array.from({ length: 36 }, (_, frame) => frame),
    );
    expect(pictures[0]?.image).toMatchObject({ width: 640, height: 208 });
    expect(made).toMatchObject({ width: 640, height: 208, codec: "avc", isSoundMissing: false });
    expect([codec, keyTimes, sound]).toEqual(["avc", [0, 1], null]);
  });

  it("respects the marks and the offset of one side", async () => {
    const media = await openTestClip();
    const made = await make(
      aVideoJob(
        { left: media, right: media },
        { offsetFrames: 3, region: { startFrame: 2, endFrame: 13 } },
      ),
    );
    expect(await numbersOf(made)).toEqual(
      Array.from({ length: 12 }, (_, index) => [
        Math.min(index + 2, 11),
        Math.max(0, index + 2 - 3),
      ]),
    );
  });

  it("uses the higher of two frame rates", async () => {
    const left = await openTestClip({ frameRate: 24 });
    const right = await openTestClip({ frameRate: 30, frames: 15 });
    const made = await make(
      aVideoJob({ left, right }, { region: { startFrame: 0, endFrame: 14 } }),
    );
    expect(await numbersOf(made)).toEqual(
      Array.from({ length: 15 }, (_, frame) => [Math.floor(((frame + 0.5) / 30) * 24), frame]),
    );
  });

  it("fits two sizes into one frame", async () => {
    const left = await openTestClip({ width: 160, height: 90 });
    const right = await openTestClip();
    const numbers = await numbersOf(await make(aVideoJob({ left, right })));
    expect(numbers.at(7)).toEqual([7, 7]);
  });

  it("splits the frame at the divider", async () => {
    const left = await openTestClip({ colour: "rgb(200 0 0)" });
    const right = await openTestClip({ colour: "rgb(0 0 200)" });
    const job = aVideoJob({ left, right });
    const made = await make({ ...job, view: { ...job.view, view: "wipe", divider: 0.75 } });
    expect(made).toMatchObject({ width: 320, height: 208 });
    const { pictures } = await readVideo(made.blob);
    expect(pictures).toHaveLength(12);
    for (const { image } of pictures) {
      const [before = [], after = []] = [0.7, 0.8].map((part) => colourAt(image, part * 320, 170));
      expect(before[0]).toBeGreaterThan(150);
      expect(after[2]).toBeGreaterThan(150);
    }
  });

  it("ends at once when it is cancelled", async () => {
    const media = await openTestClip({ frames: 48 });
    const abortController = new AbortController();
    const terminate = vi.spyOn(Worker.prototype, "terminate");
    const job = aVideoJob(
      { left: media, right: media },
      { region: { startFrame: 0, endFrame: 47 } },
    );
    const onProgress = vi.fn(() => abortController.abort());
    expect(await runJob(job, { signal: abortController.signal, onProgress })).toBeNull();
    expect([terminate.mock.calls.length, onProgress.mock.calls.length]).toEqual([1, 1]);
  });
});

describe("the sound of a video", () => {
  it.each(["opus", "pcm-s16"] as const)("is copied packet for packet: %s", async (codec) => {
    const left = await openTestClip();
    const right = await openTestClip({ sound: { codec } });
    const made = await make(aVideoJob({ left, right }, { audible: "right" }));
    const source = await readSound(right.blob);
    expect(await readSound(made.blob)).toEqual(source);
    expect(source?.packets.length).toBeGreaterThan(0);
  });

  it("stays AAC even if AAC can't be encoded", async () => {
    const media = await openBlob(await withAac(await makeTestClip({ frames: 12 }), 25));
    const made = await make(aVideoJob({ left: media, right: media }, { audible: "left" }));
    const source = await readSound(media.blob);
    expect(source).toMatchObject({ codec: "aac", packets: { length: 25 } });
    expect(await readSound(made.blob)).toEqual(source);
  });

  it("is trimmed and offset with its clip", async () => {
    const media = await openBlob(await withAac(await makeTestClip({ frames: 24 }), 48));
    const made = await make(
      aVideoJob(
        { left: media, right: media },
        // The comparison ends with its 30th frame.
        { audible: "right", offsetFrames: 6, region: { startFrame: 12, endFrame: 23 } },
      ),
    );
    const whole = await readSound(media.blob);
    const part = await readSound(made.blob);
    // The video starts a quarter of a second into the right clip and lasts half a second.
    const expected = whole?.packets
      .map(({ time, bytes }) => ({ time: time - 0.25, bytes }))
      .filter(({ time }) => time + 1024 / 48_000 > -0.08 && time < 0.5);
    expect(part?.packets.map(({ bytes }) => bytes)).toEqual(expected?.map(({ bytes }) => bytes));
    for (const [index, { time }] of (part?.packets ?? []).entries()) {
      expect(time).toBeCloseTo(expected?.[index]?.time ?? Number.NaN, 3);
    }
  });

  it("outlasts the picture by at most half a second", async () => {
    const media = await openBlob(await withAac(await makeTestClip({ frames: 12 }), 96));
    const made = await make(aVideoJob({ left: media, right: media }, { audible: "left" }));
    const times = (await readSound(made.blob))?.packets.map(({ time }) => time) ?? [];
    // The picture ends after half a second, the clip's sound after two.
    expect(Math.max(...times)).toBeGreaterThan(0.9);
    expect(Math.max(...times)).toBeLessThan(1);
  });

  it("starts with its clip if that starts later", async () => {
    const media = await openTestClip({ sound: {} });
    const made = await make(
      aVideoJob({ left: media, right: media }, { audible: "right", offsetFrames: 6 }),
    );
    const [first] = (await readSound(made.blob))?.packets ?? [];
    const [own] = (await readSound(media.blob))?.packets ?? [];
    expect(first?.bytes).toBe(own?.bytes);
    expect((first?.time ?? 0) - (own?.time ?? 0)).toBeCloseTo(0.25, 3);
  });
});

describe("a browser with limited encoders", () => {
  function refuse(isRefused: (config: VideoEncoderConfig) => boolean) {
    const real = VideoEncoder.isConfigSupported.bind(VideoEncoder);
    vi.spyOn(VideoEncoder, "isConfigSupported").mockImplementation(async (config) =>
      isRefused(config) ? { supported: false, config } : real(config),
    );
  }

  it("exports a smaller video if the size isn't supported, and says so", async () => {
    const media = await openTestClip({ width: 1280, height: 720, frames: 2 });
    refuse(({ width }) => width > 1920);
    const job = aVideoJob(
      { left: media, right: media },
      { region: { startFrame: 0, endFrame: 1 } },
    );
    const result = await renderVideo(job, () => {});
    if (!result.ok) throw new Error(result.reason);
    expect(result.file).toMatchObject({ codec: "avc", width: 1920, height: 584, isSmaller: true });
    const { pictures } = await readVideo(result.file.blob);
    const rects = [0, 960].map((x) => ({ x, y: 0, width: 960, height: 540 }));
    expect(pictures.map(({ image }) => numbersIn(image, rects))).toEqual([
      [0, 0],
      [1, 1],
    ]);
  });

  it("exports VP9 if H.264 isn't supported, and says so", async () => {
    const media = await openTestClip();
    refuse(({ codec }) => codec.startsWith("avc"));
    const result = await renderVideo(aVideoJob({ left: media, right: media }), () => {});
    if (!result.ok) throw new Error(result.reason);
    expect(result.file.codec).toBe("vp9");
    const { pictures, codec } = await readVideo(result.file.blob);
    expect(codec).toBe("vp9");
    expect(pictures.map(({ image }) => numbersIn(image, BESIDE)[1])).toEqual(
      Array.from({ length: 12 }, (_, frame) => frame),
    );
  });

  it("reports if neither is supported", async () => {
    // A unique size, because results of support checks are cached.
    const media = await openTestClip({ width: 352, height: 198 });
    refuse(() => true);
    const result = await renderVideo(aVideoJob({ left: media, right: media }), () => {});
    expect(result).toEqual({ ok: false, reason: "no-encoder" });
  });
});
