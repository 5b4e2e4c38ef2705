/** Encodes painted frames as H.264. */
import { setImmediate as nextTurn } from "node:timers/promises";
import { type EncodedVideoChunk, VideoEncoder, VideoFrame } from "@napi-rs/webcodecs";
import type { FrameFormat, FramePainter } from "../frame-painter.ts";
import type { EncodedTrackPacket, EncodedVideo } from "./encoded-track.ts";

/** Maximum number of frames queued in the encoder while the next one is painted. */
const QUEUE_MAX = 3;
/**
 * Largest frame for H.264 level 3.1, in macroblocks of 16×16 (H.264, table A-1). Larger ones need level 4.0.
 */
const LEVEL_3_1_MAX_MACROBLOCKS = 3600;

interface EncodeVideoOptions {
  painter: FramePainter;
  signal?: AbortSignal | undefined;
  /** Called with the number of encoded frames. */
  onFrame?: ((done: number) => void) | undefined;
}

/**
 * Paints and encodes every frame. The encoder works in its own threads while the next frame is painted.
 * Rejects with the signal's reason or the codec's error.
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
      // Constant quality. Rate control races between the encoder's slice threads, so the output would
      // sometimes differ.
      bitrateMode: "quantizer",
      // Hardware encoders do not give the same bytes on every run.
      hardwareAcceleration: "prefer-software",
      avc: { format: "avc" },
    });
    for (let index = 0; index < frame.frameCount; index += 1) {
      signal?.throwIfAborted();
      encodeFrame(encoder, painter, index);
      // Yield, so that encoded packets, progress and aborts are handled even if painting is slow.
      await nextTurn();
      while (encoder.encodeQueueSize > QUEUE_MAX && !failure) {
        await new Promise<void>((resolve) => {
          wake = resolve;
          // Only an event listener keeps Node's event loop alive; the encoder's callbacks do not.
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
    // Set explicitly, so that players do not guess from the frame size.
    colorSpace: { primaries: "bt709", transfer: "bt709", matrix: "bt709", fullRange: false },
  });
  try {
    // A key frame per second, so that a seek decodes at most one second of video.
    encoder.encode(frame, { keyFrame: index % frameRate === 0 });
  } finally {
    frame.close();
  }
}

/** Computes the exact timestamp from the index, because the chunk's is rounded to microseconds. */
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
