/**
 * The video track of a clip as its container describes it: the samples, their decoding order, and when each frame is
 * shown.
 */
import {
  EncodedPacketSink,
  type Input,
  type InputAudioTrack,
  type InputVideoTrack,
} from "mediabunny";
import { openContainer } from "./container.ts";
import { presentationOrder, type SampleOrder, type TimedSample } from "./sample-order.ts";

export interface PictureTrack extends SampleOrder {
  /** The caller disposes it. */
  input: Input;
  video: InputVideoTrack;
  audio: InputAudioTrack | null;
  /** The encoded bytes of each sample. */
  data: readonly Uint8Array[];
  /** Whether the file contains everything its container promises; an interrupted download does not. */
  isWhole: boolean;
}

/** Reads the container; null if it has no video track. Throws if it is unreadable. */
export async function readPictureTrack(blob: Blob): Promise<PictureTrack | null> {
  const input = openContainer(blob);
  try {
    const video = await input.getPrimaryVideoTrack();
    if (video) {
      const { samples, ...read } = await readSamples(video);
      if (samples.length > 0) {
        const audio = await input.getPrimaryAudioTrack();
        return { input, video, audio, ...read, ...presentationOrder(samples) };
      }
    }
  } catch (error) {
    input.dispose();
    throw error;
  }
  input.dispose();
  return null;
}

/**
 * Reads all samples at once, because a clip is a few megabytes and is decoded repeatedly. Key samples are verified in
 * the bitstream, because containers mark some as key that a decoder cannot start from.
 */
async function readSamples(video: InputVideoTrack) {
  const samples: TimedSample[] = [];
  const data: Uint8Array[] = [];
  const sink = new EncodedPacketSink(video);
  for await (const packet of sink.packets(undefined, undefined, { verifyKeyPackets: true })) {
    const { type, timestamp, duration } = packet;
    samples.push({ isKey: type === "key", timestamp, duration });
    data.push(packet.data);
  }
  const lastPacket = await sink.getPacket(Number.POSITIVE_INFINITY, { metadataOnly: true });
  const isWhole = samples.some(({ timestamp }) => timestamp === lastPacket?.timestamp);
  return { samples, data, isWhole };
}

/** The decoder gets timestamps made from frame numbers, so that they are unique whatever the container says. */
const STEP_US = 10_000;

/** The encoded chunk of a sample. */
export function chunkOf({ samples, data }: PictureTrack, sample: number): EncodedVideoChunk {
  const { isKey = false, frame = -1 } = samples[sample] ?? {};
  return new EncodedVideoChunk({
    type: isKey ? "key" : "delta",
    timestamp: (frame >= 0 ? frame : -1 - sample) * STEP_US,
    data: data[sample] ?? new Uint8Array(),
  });
}

/** The number of a decoded frame; negative if it is not shown. */
export function frameNumberOf({ timestamp }: VideoFrame): number {
  return Math.round(timestamp / STEP_US);
}
