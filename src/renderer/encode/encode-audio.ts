/** Encodes synthesised sound as AAC. */
import { AudioData, AudioEncoder, type EncodedAudioChunk } from "@napi-rs/webcodecs";
import type { StereoSound } from "../sound/stereo-sound.ts";
import type { EncodedAudio, EncodedTrackPacket } from "./encoded-track.ts";

const CODEC = "mp4a.40.2";
const BITRATE = 160_000;
const CHANNEL_COUNT = 2;
/** Samples per AAC packet (ISO/IEC 14496-3). */
const PACKET_SAMPLES = 1024;
/** Silence that FFmpeg's AAC encoder adds at the start; the clip's edit list trims it. */
const PRIMING_SAMPLES = 1024;

/** Encodes a whole sound. After the priming, the packets cover exactly its samples. */
export async function encodeAudio(sound: StereoSound): Promise<EncodedAudio> {
  const { left, right, sampleRate } = sound;
  const chunks: Uint8Array[] = [];
  let description: Uint8Array | undefined;
  let failure: Error | undefined;
  const encoder = new AudioEncoder({
    output: (chunk, metadata) => {
      description ??= metadata?.decoderConfig?.description;
      chunks.push(bytesOf(chunk));
    },
    error: (error) => {
      failure = error;
    },
  });
  try {
    encoder.configure({
      codec: CODEC,
      sampleRate,
      numberOfChannels: CHANNEL_COUNT,
      bitrate: BITRATE,
    });
    const data = new Float32Array(left.length + right.length);
    data.set(left);
    data.set(right, left.length);
    const samples = new AudioData({
      format: "f32-planar",
      sampleRate,
      numberOfFrames: left.length,
      numberOfChannels: CHANNEL_COUNT,
      timestamp: 0,
      data,
    });
    try {
      encoder.encode(samples);
    } finally {
      samples.close();
    }
    await encoder.flush();
  } finally {
    if (encoder.state !== "closed") encoder.close();
  }
  if (failure) throw failure;
  if (!description) throw new Error("The AAC encoder gave no configuration.");
  const packets = toPackets(chunks, left.length, sampleRate);
  return { codec: CODEC, sampleRate, channelCount: CHANNEL_COUNT, description, packets };
}

function bytesOf(chunk: EncodedAudioChunk): Uint8Array {
  const data = new Uint8Array(chunk.byteLength);
  chunk.copyTo(data);
  return data;
}

/** Computes exact times by counting samples, because the chunks' times are rounded to microseconds. */
function toPackets(
  chunks: Uint8Array[],
  sampleCount: number,
  sampleRate: number,
): EncodedTrackPacket[] {
  return chunks.flatMap((data, index) => {
    const start = index * PACKET_SAMPLES - PRIMING_SAMPLES;
    const length = Math.min(PACKET_SAMPLES, sampleCount - start);
    if (length <= 0) return [];
    return [{ data, isKey: true, timestamp: start / sampleRate, duration: length / sampleRate }];
  });
}
