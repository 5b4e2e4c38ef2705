/** The picture of a clip as its container tells it: what to decode, in which order, and when each frame is shown. */
import {
  EncodedPacketSink,
  type Input,
  type InputAudioTrack,
  type InputVideoTrack,
} from "mediabunny";
import { openContainer } from "#studio/media/container.ts";
import { orderOfShowing, type SampleOrder, type TimedSample } from "#studio/media/sample-order.ts";

export interface PictureTrack extends SampleOrder {
  /** To be disposed when done. */
  input: Input;
  video: InputVideoTrack;
  audio: InputAudioTrack | null;
  /** The encoded bytes of each sample. */
  data: readonly Uint8Array[];
  /** Whether the file holds all that its container promises: a broken download does not. */
  isWhole: boolean;
}

/** Reads the container; null where it holds no picture. Throws where it cannot be read. */
export async function readPictureTrack(blob: Blob): Promise<PictureTrack | null> {
  const input = openContainer(blob);
  try {
    const video = await input.getPrimaryVideoTrack();
    if (video) {
      const { samples, ...read } = await readSamples(video);
      if (samples.length > 0) {
        const audio = await input.getPrimaryAudioTrack();
        return { input, video, audio, ...read, ...orderOfShowing(samples) };
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
 * All at once: a clip is a few megabytes, and is decoded over and over. What is a key sample is looked up in the samples
 * themselves, because containers call more by that name than a decoder can begin with.
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
  const promised = await sink.getPacket(Number.POSITIVE_INFINITY, { metadataOnly: true });
  const isWhole = samples.some(({ timestamp }) => timestamp === promised?.timestamp);
  return { samples, data, isWhole };
}

/** Frames are numbered by their times for the decoder: no two are the same, whatever the container says. */
const STEP_US = 10_000;

/** A sample to be decoded. */
export function chunkOf({ samples, data }: PictureTrack, sample: number): EncodedVideoChunk {
  const { isKey = false, frame = -1 } = samples[sample] ?? {};
  return new EncodedVideoChunk({
    type: isKey ? "key" : "delta",
    timestamp: (frame >= 0 ? frame : -1 - sample) * STEP_US,
    data: data[sample] ?? new Uint8Array(),
  });
}

/** The number of a frame that came out of the decoder; negative for one that is not shown. */
export function frameNumberOf({ timestamp }: VideoFrame): number {
  return Math.round(timestamp / STEP_US);
}
