/**
 * Real clips for tests, encoded by the browser: H.264 in MP4 by default, with each frame's number in its picture.
 * Chromium cannot encode B-frames or AAC, so sound is Opus, or PCM if every sample matters.
 */
import { AudioBufferSource, BufferTarget, CanvasSource, Mp4OutputFormat, Output } from "mediabunny";
import { CODE_HEIGHT, drawFrameNumber } from "./frame-number.ts";

interface TestSound {
  /** Frequency of the sine; 440 by default. */
  hertz?: number;
  /** Peak of the sine; 0.5 by default. */
  level?: number;
  channels?: number;
  /** The peak of each channel, instead of the same one for all. */
  levels?: readonly number[];
  codec?: "opus" | "pcm-s16";
}

export interface TestClipOptions {
  /** Even numbers. */
  width?: number;
  height?: number;
  frameRate?: number;
  /** Zero for a file with one second of sound only. */
  frames?: number;
  /** The interval of key frames, in frames. */
  keyInterval?: number;
  /** The fill colour below the code, to distinguish clips. */
  colour?: string;
  /** Paints a frame's whole picture instead of the code and the box. */
  paint?: (context: OffscreenCanvasRenderingContext2D, frame: number) => void;
  /** Start time of a frame in seconds; evenly spaced by default. */
  timeOf?: (frame: number) => number;
  sound?: TestSound;
  /** Degrees clockwise by which a player turns the picture. */
  rotation?: 0 | 90 | 180 | 270;
  /** Whether a player mirrors the picture after turning it. */
  isFlipped?: boolean;
  codec?: "avc" | "vp9";
}

/**
 * Makes an MP4 with these properties. Frame n carries the number n, readable with `readFrameNumber`; a white box moves
 * below the code.
 */
export async function makeTestClip(options: TestClipOptions = {}): Promise<Blob> {
  const { width = 320, height = 180, frameRate = 24, frames = 48, keyInterval = 24 } = options;
  const { timeOf = (frame) => frame / frameRate, colour = "teal", sound, codec = "avc" } = options;
  const { rotation = 0, isFlipped = false } = options;
  const { paint = (picture, frame) => drawPicture(picture, frame, colour) } = options;
  const context = new OffscreenCanvas(width, height).getContext("2d", { alpha: false });
  if (!context) throw new Error("no canvas");
  const target = new BufferTarget();
  const output = new Output({ format: new Mp4OutputFormat({ fastStart: "in-memory" }), target });
  const picture = new CanvasSource(context.canvas, {
    codec,
    bitrate: Math.max(300_000, width * height * 3),
    // Key frames are requested individually below.
    keyFrameInterval: 1e6,
    latencyMode: "quality",
  });
  if (frames > 0) output.addVideoTrack(picture, { rotation, flip: isFlipped });
  const addSound = sound ? soundTrack(output, sound) : null;
  await output.start();
  await addSound?.(frames > 0 ? timeOf(frames - 1) + 1 / frameRate : 1);
  for (let frame = 0; frame < frames; frame += 1) {
    paint(context, frame);
    const time = timeOf(frame);
    const end = frame + 1 < frames ? timeOf(frame + 1) : time + 1 / frameRate;
    await picture.add(time, end - time, { keyFrame: frame % keyInterval === 0 });
  }
  await output.finalize();
  if (!target.buffer) throw new Error("no clip");
  return new Blob([target.buffer], { type: "video/mp4" });
}

function drawPicture(context: OffscreenCanvasRenderingContext2D, frame: number, colour: string) {
  const { width, height } = context.canvas;
  context.fillStyle = colour;
  context.fillRect(0, 0, width, height);
  context.fillStyle = "white";
  const size = height / 6;
  const free = height * (1 - CODE_HEIGHT) - size;
  context.fillRect((frame * 4) % width, height * CODE_HEIGHT + ((frame * 3) % free), size, size);
  drawFrameNumber(context, frame);
}

/** Adds a sine of the given length after the output has started. */
function soundTrack(output: Output, sound: TestSound): (seconds: number) => Promise<void> {
  const { hertz = 440, level = 0.5, channels = 2, codec = "opus" } = sound;
  const { levels = Array<number>(channels).fill(level) } = sound;
  const source = new AudioBufferSource(codec === "opus" ? { codec, bitrate: 96_000 } : { codec });
  output.addAudioTrack(source);
  return async (seconds) => {
    const sampleRate = 48_000;
    const buffer = new AudioBuffer({
      length: Math.round(seconds * sampleRate),
      numberOfChannels: levels.length,
      sampleRate,
    });
    for (const [channel, peak] of levels.entries()) {
      const samples = new Float32Array(buffer.length).map(
        (_, index) => peak * Math.sin((2 * Math.PI * hertz * index) / sampleRate),
      );
      buffer.copyToChannel(samples, channel);
    }
    await source.add(buffer);
  };
}
