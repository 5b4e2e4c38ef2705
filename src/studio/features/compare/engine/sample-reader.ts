/** The encoded samples of a picture, read once and kept: a clip's few megabytes are decoded over and over. */
import { type EncodedPacket, EncodedPacketSink } from "mediabunny";
import type { PictureTrack } from "./picture-track.ts";

/** Frames are numbered by their times for the decoder: no two are the same, whatever the container says. */
const STEP_US = 10_000;

/** The frame's number, from what came out of the decoder; negative for one that is not shown. */
export function frameOfTimestamp(timestamp: number): number {
  return Math.round(timestamp / STEP_US);
}

/** Gives the chunk of a sample, by its place in the order of decoding. One call at a time. */
export function createSampleReader({ video, samples }: PictureTrack) {
  const packets = new EncodedPacketSink(video).packets();
  const read: EncodedPacket[] = [];
  return async (sample: number): Promise<EncodedVideoChunk> => {
    while (read.length <= sample) {
      const next = await packets.next();
      if (next.done) throw new Error("The clip ends before its last sample.");
      read.push(next.value);
    }
    const { isKey = false, frame = -1 } = samples[sample] ?? {};
    return new EncodedVideoChunk({
      type: isKey ? "key" : "delta",
      timestamp: (frame >= 0 ? frame : -1 - sample) * STEP_US,
      data: read[sample]?.data ?? new Uint8Array(),
    });
  };
}
