/** Small real clips whose frames show their own number as black and white blocks. */
import {
  AudioBufferSource,
  BufferTarget,
  CanvasSource,
  Mp4OutputFormat,
  Output,
  type VideoCodec,
} from "mediabunny";

const WIDTH = 160;
const HEIGHT = 90;
const BITS = 8;
const BLOCK = WIDTH / BITS;
const SAMPLE_RATE = 48_000;

interface NumberedClipOptions {
  frames?: number;
  frameRate?: number;
  /** Start of a frame in seconds; evenly spaced by default. */
  timeOf?: (frame: number) => number;
  /** Length of a silent sound track in seconds; no track by default. */
  soundS?: number;
  /** Writes a fragmented MP4, like a live recording. */
  isFragmented?: boolean;
  /** Writes the index behind the samples. */
  isIndexLast?: boolean;
  /** Interval of key frames in seconds. */
  keyFrameInterval?: number;
}

/** An H.264 MP4 from the browser's own encoder. Frame n shows n in binary, with the lowest bit on the right. */
export async function numberedClipFile(options: NumberedClipOptions = {}): Promise<Blob> {
  const { frames = 24, frameRate = 24, soundS, isFragmented = false } = options;
  const { timeOf = (frame) => frame / frameRate, isIndexLast, keyFrameInterval = 0.5 } = options;
  const canvas = new OffscreenCanvas(WIDTH, HEIGHT);
  const context = canvas.getContext("2d");
  if (!context) throw new Error("no canvas");
  const target = new BufferTarget();
  const fastStart = isFragmented ? "fragmented" : isIndexLast ? false : "in-memory";
  const output = new Output({ format: new Mp4OutputFormat({ fastStart }), target });
  const codec: VideoCodec = "avc";
  const source = new CanvasSource(canvas, { codec, bitrate: 400_000, keyFrameInterval });
  output.addVideoTrack(source);
  const sound = new AudioBufferSource({ codec: "pcm-s16" });
  if (soundS !== undefined) output.addAudioTrack(sound);
  await output.start();
  if (soundS !== undefined) {
    const length = Math.round(soundS * SAMPLE_RATE);
    await sound.add(new AudioBuffer({ length, sampleRate: SAMPLE_RATE }));
  }
  for (let frame = 0; frame < frames; frame += 1) {
    for (let bit = 0; bit < BITS; bit += 1) {
      context.fillStyle = (frame >> (BITS - 1 - bit)) & 1 ? "white" : "black";
      context.fillRect(bit * BLOCK, 0, BLOCK, HEIGHT);
    }
    const begins = timeOf(frame);
    const ends = frame + 1 < frames ? timeOf(frame + 1) : begins + 1 / frameRate;
    await source.add(begins, ends - begins);
  }
  await output.finalize();
  if (!target.buffer) throw new Error("no clip");
  return new Blob([target.buffer], { type: "video/mp4" });
}

/** The same clip as an object URL. */
export async function numberedClip(options: NumberedClipOptions = {}): Promise<string> {
  return URL.createObjectURL(await numberedClipFile(options));
}

/** The frame number shown by a video or a picture of it, read from its pixels. */
export function shownNumber(picture: HTMLVideoElement | ImageBitmap): number {
  const canvas = new OffscreenCanvas(WIDTH, HEIGHT);
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) throw new Error("no canvas");
  context.drawImage(picture, 0, 0, WIDTH, HEIGHT);
  let number = 0;
  for (let bit = 0; bit < BITS; bit += 1) {
    const [red = 0] = context.getImageData(bit * BLOCK + BLOCK / 2, HEIGHT / 2, 1, 1).data;
    number = number * 2 + (red > 127 ? 1 : 0);
  }
  return number;
}
