/**
 * Real clips for tests, encoded by the browser itself: H.264 in MP4 unless told, every frame with its own number in it. Chromium's
 * encoders know no B-frames and no AAC: sound is Opus, or PCM where every sample counts.
 */
import { AudioBufferSource, BufferTarget, CanvasSource, Mp4OutputFormat, Output } from "mediabunny";
import { CODE_HEIGHT, drawFrameNumber } from "./frame-number.ts";

interface TestSound {
  /** A sine of this frequency, 440 unless told. */
  hertz?: number;
  /** Its peak, 0.5 unless told. */
  level?: number;
  channels?: number;
  codec?: "opus" | "pcm-s16";
}

export interface TestClipOptions {
  /** Even numbers. */
  width?: number;
  height?: number;
  frameRate?: number;
  /** None for a file that only sounds, for a second. */
  frames?: number;
  /** Every so-and-so-many-th frame is a key frame. */
  keyInterval?: number;
  /** What the picture below the code is filled with, to tell one clip from another. */
  colour?: string;
  /** Paints a frame's whole picture, in place of the code and the box. */
  paint?: (context: OffscreenCanvasRenderingContext2D, frame: number) => void;
  /** When a frame begins, in seconds; evenly spaced unless told. */
  timeOf?: (frame: number) => number;
  sound?: TestSound;
  codec?: "avc" | "vp9";
}

/** An MP4 of these properties. Frame n carries n, to be read with `readFrameNumber`; a white box moves below the code. */
export async function makeTestClip(options: TestClipOptions = {}): Promise<Blob> {
  const { width = 320, height = 180, frameRate = 24, frames = 48, keyInterval = 24 } = options;
  const { timeOf = (frame) => frame / frameRate, colour = "teal", sound, codec = "avc" } = options;
  const { paint = (picture, frame) => drawPicture(picture, frame, colour) } = options;
  const context = new OffscreenCanvas(width, height).getContext("2d", { alpha: false });
  if (!context) throw new Error("no canvas");
  const target = new BufferTarget();
  const output = new Output({ format: new Mp4OutputFormat({ fastStart: "in-memory" }), target });
  const picture = new CanvasSource(context.canvas, {
    codec,
    bitrate: Math.max(300_000, width * height * 3),
    // Key frames are asked for one by one below.
    keyFrameInterval: 1e6,
    latencyMode: "quality",
  });
  if (frames > 0) output.addVideoTrack(picture);
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

/** Adds a sine of so many seconds once the output was started. */
function soundTrack(output: Output, sound: TestSound): (seconds: number) => Promise<void> {
  const { hertz = 440, level = 0.5, channels = 2, codec = "opus" } = sound;
  const source = new AudioBufferSource(codec === "opus" ? { codec, bitrate: 96_000 } : { codec });
  output.addAudioTrack(source);
  return async (seconds) => {
    const sampleRate = 48_000;
    const buffer = new AudioBuffer({
      length: Math.round(seconds * sampleRate),
      numberOfChannels: channels,
      sampleRate,
    });
    const samples = new Float32Array(buffer.length).map(
      (_, index) => level * Math.sin((2 * Math.PI * hertz * index) / sampleRate),
    );
    for (let channel = 0; channel < channels; channel += 1) buffer.copyToChannel(samples, channel);
    await source.add(buffer);
  };
}
