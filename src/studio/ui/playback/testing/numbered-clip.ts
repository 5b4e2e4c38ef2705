/** Real little clips whose every frame carries its own number as black and white blocks. */
import { BufferTarget, CanvasSource, Mp4OutputFormat, Output, type VideoCodec } from "mediabunny";

const WIDTH = 160;
const HEIGHT = 90;
const BITS = 8;
const BLOCK = WIDTH / BITS;

interface NumberedClipOptions {
  frames?: number;
  frameRate?: number;
}

/** An H.264 MP4 (the browser's own encoder) as an object URL. Frame n shows n in binary, the lowest bit on the right. */
export async function numberedClip({ frames = 24, frameRate = 24 }: NumberedClipOptions = {}) {
  const canvas = new OffscreenCanvas(WIDTH, HEIGHT);
  const context = canvas.getContext("2d");
  if (!context) throw new Error("no canvas");
  const target = new BufferTarget();
  const output = new Output({ format: new Mp4OutputFormat({ fastStart: "in-memory" }), target });
  const codec: VideoCodec = "avc";
  const source = new CanvasSource(canvas, { codec, bitrate: 400_000, keyFrameInterval: 0.5 });
  output.addVideoTrack(source, { frameRate });
  await output.start();
  for (let frame = 0; frame < frames; frame += 1) {
    for (let bit = 0; bit < BITS; bit += 1) {
      context.fillStyle = (frame >> (BITS - 1 - bit)) & 1 ? "white" : "black";
      context.fillRect(bit * BLOCK, 0, BLOCK, HEIGHT);
    }
    await source.add(frame / frameRate, 1 / frameRate);
  }
  await output.finalize();
  if (!target.buffer) throw new Error("no clip");
  return URL.createObjectURL(new Blob([target.buffer], { type: "video/mp4" }));
}

/** The number that is on the screen of a video, read from its pixels. */
export function shownNumber(video: HTMLVideoElement): number {
  const canvas = new OffscreenCanvas(WIDTH, HEIGHT);
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) throw new Error("no canvas");
  context.drawImage(video, 0, 0, WIDTH, HEIGHT);
  let number = 0;
  for (let bit = 0; bit < BITS; bit += 1) {
    const [red = 0] = context.getImageData(bit * BLOCK + BLOCK / 2, HEIGHT / 2, 1, 1).data;
    number = number * 2 + (red > 127 ? 1 : 0);
  }
  return number;
}
