/** From painted frames to H.264. */
import { setImmediate as nextTurn } from "node:timers/promises";
import { type EncodedVideoChunk, VideoEncoder, VideoFrame } from "@napi-rs/webcodecs";
import type { FrameFormat, FramePainter } from "../frame-painter.ts";
import type { EncodedTrackPacket, EncodedVideo } from "./encoded-track.ts";

/** Frames that may wait for the encoder's own thread while the next one is painted. */
const QUEUE_MAX = 3;
/** H.264 level 3.1 takes frames up to this many macroblocks of 16×16, level 4.0 the larger ones (H.264, table A-1). */
const LEVEL_3_1_MAX_MACROBLOCKS = 3600;

interface EncodeVideoOptions {
  painter: FramePainter;
  signal?: AbortSignal | undefined;
  /** Called with the number of frames that are encoded. */
  onFrame?: ((done: number) => void) | undefined;
}

/**
 * Paints and encodes every frame. The encoder works on one frame in threads of its own while the next one is
 * painted here. Rejects with the signal's reason, or with the codec's error.
 */
export async function encodeVideo(options: EncodeVideoOptions): Promise<EncodedVideo> {
  const { painter, signal, onFrame } = options;
  const { frame } = painter;
  const packets: EncodedTrackPacket[] = [];
  let description: Uint8Array | undefined;
  let failure: Error | undefined;
  let wake = () => {};

  const encoder = new VideoEncoder({
    output: (chunk, metadata) => {
      description ??= metadata?.decoderConfig?.description;
      packets.push(toPacket(chunk, packets.length, frame.frameRate));
      onFrame?.(packets.length);
    },
    error: (error) => {
      failure = error;
      wake();
    },
  });
  const codec = codecFor(frame);
  try {
    encoder.configure({
      codec,
      width: frame.width,
      height: frame.height,
      framerate: frame.frameRate,
      // Constant quality. Any bit rate mode brings a rate control that races between the encoder's slice threads:
      // the same frames then give other bytes from time to time.
      bitrateMode: "quantizer",
      // The same bytes on every run: no graphics card takes part.
      hardwareAcceleration: "prefer-software",
      avc: { format: "avc" },
    });
    for (let index = 0; index < frame.frameCount; index += 1) {
      signal?.throwIfAborted();
      encodeFrame(encoder, painter, index);
      // Lets finished packets, progress and an abort through, however slow the painter is.
      await nextTurn();
      while (encoder.encodeQueueSize > QUEUE_MAX && !failure) {
        await new Promise<void>((resolve) => {
          wake = resolve;
          // Only a listener for one event keeps Node's event loop alive; the encoder's other callbacks do not.
          encoder.addEventListener("dequeue", resolve, { once: true });
        });
      }
      if (failure) throw failure;
    }
    await encoder.flush();
    signal?.throwIfAborted();
    if (failure) throw failure;
  } finally {
    if (encoder.state !== "closed") encoder.close();
  }
  if (!description || packets.length !== frame.frameCount) {
    throw new Error(`The encoder gave ${packets.length} of ${frame.frameCount} frames.`);
  }
  const { width, height, frameRate } = frame;
  return { codec, width, height, frameRate, description, packets };
}

function encodeFrame(encoder: VideoEncoder, painter: FramePainter, index: number): void {
  const { width, height, frameRate } = painter.frame;
  const pixels = painter.paint(index);
  const frame = new VideoFrame(pixels.data, {
    format: pixels.format,
    codedWidth: width,
    codedHeight: height,
    timestamp: Math.round((index * 1e6) / frameRate),
    // Signalled in the stream, so that players do not guess by frame size.
    colorSpace: { primaries: "bt709", transfer: "bt709", matrix: "bt709", fullRange: false },
  });
  try {
    // A key frame every second: scrubbing then never decodes more than a second of film.
    encoder.encode(frame, { keyFrame: index % frameRate === 0 });
  } finally {
    frame.close();
  }
}

/** The chunk's own timestamp is rounded to microseconds; its place in the order gives the exact one. */
function toPacket(chunk: EncodedVideoChunk, index: number, frameRate: number): EncodedTrackPacket {
  const data = new Uint8Array(chunk.byteLength);
  chunk.copyTo(data);
  return {
    data,
    isKey: chunk.type === "key",
    timestamp: index / frameRate,
    duration: 1 / frameRate,
  };
}

function codecFor({ width, height }: FrameFormat): string {
  const macroblocks = Math.ceil(width / 16) * Math.ceil(height / 16);
  return macroblocks <= LEVEL_3_1_MAX_MACROBLOCKS ? "avc1.64001f" : "avc1.640028";
}
