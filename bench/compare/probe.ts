/**
 * Runs inside the measured page: creates clips, and reads the shown frame numbers from pixels. ./measured-page.ts
 * bundles it as `compareProbe`.
 */
import { CODE_HEIGHT, drawFrameNumber, readFrameNumber } from "#comparison/testing/frame-number.ts";
import { makeTestClip, type TestClipOptions } from "#comparison/testing/make-test-clip.ts";

/** The frames shown at one time; null if none can be read. */
export interface Seen {
  atMs: number;
  left: number | null;
  right: number | null;
}

const SIDES = ["left", "right"] as const;
type SideName = (typeof SIDES)[number];

/** Times of the last paint of the stage, and of its first paint since {@link timeOpening}. */
let lastPaintMs = 0;
let firstPaintMs: number | null = null;

watchPainting();

function watchPainting() {
  const { prototype } = CanvasRenderingContext2D;
  const draw = prototype.drawImage as (...parts: unknown[]) => void;
  prototype.drawImage = function (this: CanvasRenderingContext2D, ...parts: unknown[]) {
    draw.apply(this, parts);
    if (this.canvas.getAttribute("role") !== "img") return;
    lastPaintMs = performance.now();
    firstPaintMs ??= lastPaintMs;
  };
}

function nextFrame(): Promise<number> {
  return new Promise((resolve) => requestAnimationFrame(resolve));
}

/**
 * Creates a clip as base64, for Node. Discs move behind the frame number, so that decoding takes a realistic time.
 */
export async function makeClip(options: TestClipOptions): Promise<string> {
  const discs = drawDiscs(options);
  const clip = await makeTestClip({
    ...options,
    paint(context, frame) {
      const { width } = context.canvas;
      const shift = (frame * 6) % width;
      context.drawImage(discs, -shift, 0);
      context.drawImage(discs, width - shift, 0);
      drawFrameNumber(context, frame);
    },
  });
  const bytes = new Uint8Array(await clip.arrayBuffer());
  let text = "";
  for (let at = 0; at < bytes.length; at += 32_768) {
    text += String.fromCharCode(...bytes.subarray(at, at + 32_768));
  }
  return btoa(text);
}

function drawDiscs({ width = 1920, height = 1080, colour = "teal" }: TestClipOptions) {
  const context = new OffscreenCanvas(width, height).getContext("2d");
  if (!context) throw new Error("There is no canvas.");
  context.fillStyle = colour;
  context.fillRect(0, 0, width, height);
  for (let disc = 0; disc < 3000; disc += 1) {
    // The steps are primes, so that the discs are spread evenly and always the same.
    const [x, y] = [(disc * 397) % width, (disc * 211) % height];
    context.fillStyle = `hsl(${(disc * 47) % 360} 60% ${20 + ((disc * 13) % 60)}% / 0.7)`;
    context.beginPath();
    context.arc(x, y, 4 + ((disc * 7) % 28), 0, 2 * Math.PI);
    context.fill();
  }
  return context.canvas;
}

function stageCanvas(): HTMLCanvasElement | null {
  return document.querySelector<HTMLCanvasElement>("[aria-label='Comparison'] canvas[role='img']");
}

/** Reads the frames that the stage shows, from one row of pixels on each side. */
export function readStage(): Seen {
  const canvas = stageCanvas();
  const context = canvas?.getContext("2d");
  const style = canvas?.parentElement?.style;
  const read = (side: SideName) => {
    if (!context || !style) return null;
    const pixels = (name: string) =>
      Number.parseFloat(style.getPropertyValue(`--${side}-${name}`)) * devicePixelRatio;
    const [x, y, width, height] = [pixels("x"), pixels("y"), pixels("width"), pixels("height")];
    if (!width || !height) return null;
    const row = Math.round(y + (height * CODE_HEIGHT) / 2);
    return readFrameNumber(context.getImageData(Math.round(x), row, Math.round(width), 1));
  };
  return { atMs: performance.now(), left: read("left"), right: read("right") };
}

/** Reads the stage in each animation frame for a duration. */
export async function watchStage(forMs: number): Promise<Seen[]> {
  const seen: Seen[] = [];
  const begin = performance.now();
  while (performance.now() - begin < forMs) {
    await nextFrame();
    seen.push(readStage());
  }
  return seen;
}

/**
 * Reads the position slider in each animation frame for a duration, and sometimes compares it with the pixels. Reading
 * pixels more often would slow down painting.
 */
export async function watchPosition(forMs: number) {
  const slider = document.querySelector<HTMLInputElement>("[aria-label='Position']");
  const frames: number[] = [];
  let [mismatches, checked] = [0, 0];
  const begin = performance.now();
  while (performance.now() - begin < forMs) {
    await nextFrame();
    const frame = slider?.valueAsNumber ?? Number.NaN;
    frames.push(frame);
    if (frames.length % 20 > 0) continue;
    checked += 1;
    const { left, right } = readStage();
    if (left !== frame || right !== frame) mismatches += 1;
  }
  return { frames, mismatches, checked, seconds: (performance.now() - begin) / 1000 };
}

/** Resolves with the time when both sides of the stage showed a frame. */
export async function whenStageShows(frame: number): Promise<number> {
  for (;;) {
    const { left, right } = readStage();
    if (left === frame && right === frame) return lastPaintMs;
    await nextFrame();
  }
}

/** Waits until the stage shows a later frame. */
export async function whenStageIsPast(frame: number): Promise<void> {
  while ((readStage().left ?? 0) <= frame) await nextFrame();
}

let timing: Promise<number> = Promise.resolve(Number.NaN);

/** Starts timing at the next key press, until a frame is painted on both sides. */
export function timeKey(frame: number): void {
  timing = new Promise((resolve) => {
    addEventListener(
      "keydown",
      ({ timeStamp }) => {
        void whenStageShows(frame).then((paintedMs) => resolve(paintedMs - timeStamp));
      },
      { capture: true, once: true },
    );
  });
}

/** Starts timing at the next click, until the stage is first painted, with this frame. */
export function timeOpening(frame: number): void {
  firstPaintMs = null;
  timing = new Promise((resolve) => {
    addEventListener(
      "click",
      ({ timeStamp }) => {
        void whenStageShows(frame).then((paintedMs) =>
          resolve((firstPaintMs ?? paintedMs) - timeStamp),
        );
      },
      { capture: true, once: true },
    );
  });
}

/** The result of the latest timing, in milliseconds. */
export function timed(): Promise<number> {
  return timing;
}

/** Plays two video elements, started together, and reads their media times in each animation frame. */
export async function watchVideos(forMs: number, speed: number, clips: Record<SideName, string>) {
  const videos = { left: await openVideo(clips.left), right: await openVideo(clips.right) };
  const shown: Record<SideName, number | null> = { left: null, right: null };
  const rate = 24;
  const painted: Seen[] = [];
  for (const side of SIDES) {
    const follow: VideoFrameRequestCallback = (_, { mediaTime }) => {
      shown[side] = Math.round(mediaTime * rate);
      videos[side].requestVideoFrameCallback(follow);
    };
    videos[side].requestVideoFrameCallback(follow);
    videos[side].playbackRate = speed;
  }
  videos.right.muted = true;
  await Promise.all(SIDES.map((side) => videos[side].play()));
  const small = new OffscreenCanvas(160, 90).getContext("2d", { willReadFrequently: true });
  const seen: Seen[] = [];
  const begin = performance.now();
  let nextCheckMs = begin + 1000;
  while (performance.now() - begin < forMs) {
    await nextFrame();
    seen.push({ atMs: performance.now(), ...shown });
    if (!small || performance.now() < nextCheckMs) continue;
    // Checks the media times against the pixels once per second. More often would slow down the videos.
    nextCheckMs += 1000;
    const read = (side: SideName) => {
      small.drawImage(videos[side], 0, 0, 160, 90);
      return readFrameNumber(small.getImageData(0, 0, 160, 90));
    };
    painted.push({ atMs: performance.now(), left: read("left"), right: read("right") });
  }
  const quality = SIDES.map((side) => videos[side].getVideoPlaybackQuality());
  for (const side of SIDES) {
    URL.revokeObjectURL(videos[side].src);
    videos[side].removeAttribute("src");
    videos[side].load();
    videos[side].remove();
  }
  const dropped = quality.reduce((sum, { droppedVideoFrames }) => sum + droppedVideoFrames, 0);
  return { seen, dropped, painted };
}

async function openVideo(clip: string): Promise<HTMLVideoElement> {
  const bytes = Uint8Array.from(atob(clip), (letter) => letter.charCodeAt(0));
  const video = document.createElement("video");
  video.src = URL.createObjectURL(new Blob([bytes], { type: "video/mp4" }));
  video.loop = true;
  video.width = 700;
  document.body.append(video);
  await new Promise((resolve) => {
    video.addEventListener("canplaythrough", resolve, { once: true });
  });
  return video;
}
