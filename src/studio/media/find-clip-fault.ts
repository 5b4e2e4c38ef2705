/** Whether a clip is what was paid for: a container that parses, samples inside the file, first and last frames that decode. */
import {
  EncodedPacketSink,
  type InputTrack,
  type InputVideoTrack,
  UnsupportedInputFormatError,
  VideoSampleSink,
} from "mediabunny";
import { openContainer } from "./container.ts";

/**
 * `not-a-clip`: the file is no video, or holds no picture · `cut-short`: samples lie beyond the end of the file ·
 * `damaged`: the index cannot be read, or the first or last frame does not decode.
 */
export type ClipFault = "not-a-clip" | "cut-short" | "damaged";

/** Two times this close are the same frame: decoders round to microseconds. */
const SAME_FRAME_S = 0.001;

/**
 * Looks for what is wrong with a clip; null when nothing is, as far as this browser can tell. Without WebCodecs, or without a
 * decoder for the clip's codec, the frames are not looked at: a clip must never stay unkept because it cannot be checked.
 */
export async function findClipFault(clip: Blob): Promise<ClipFault | null> {
  const input = openContainer(clip);
  try {
    const tracks = await input.getTracks();
    const video = await input.getPrimaryVideoTrack();
    if (!video) return "not-a-clip";
    for (const track of tracks) if (!(await isWithinFile(track))) return "cut-short";
    return (await doEndsDecode(video)) ? null : "damaged";
  } catch (error) {
    // Every clip comes from outside: whatever its bytes do to the reader is foreseen.
    return error instanceof UnsupportedInputFormatError ? "not-a-clip" : "damaged";
  } finally {
    input.dispose();
  }
}

/** Whether the bytes of every sample are there. The reader ends a track at the first sample that is not. */
async function isWithinFile(track: InputTrack): Promise<boolean> {
  const sink = new EncodedPacketSink(track);
  const promised = await sink.getPacket(Number.POSITIVE_INFINITY, { metadataOnly: true });
  if (promised === null) return !track.isVideoTrack();
  let isPromisedThere = false;
  for await (const { timestamp, byteLength } of sink.packets()) {
    if (timestamp === promised.timestamp && byteLength > 0) isPromisedThere = true;
  }
  return isPromisedThere;
}

/** Decodes the first and the last frame. Only what a decoder says of the bytes counts, not a decoder that has gone away. */
async function doEndsDecode(video: InputVideoTrack): Promise<boolean> {
  if (typeof VideoDecoder === "undefined" || !(await canDecode(video))) return true;
  const last = await new EncodedPacketSink(video).getPacket(Number.POSITIVE_INFINITY, {
    metadataOnly: true,
  });
  for (const time of [await video.getFirstTimestamp(), last?.timestamp ?? 0]) {
    try {
      const sample = await new VideoSampleSink(video).getSample(time);
      const isThere = sample !== null && Math.abs(sample.timestamp - time) < SAME_FRAME_S;
      sample?.close();
      if (!isThere) return false;
    } catch (error) {
      return !isAboutTheBytes(error);
    }
  }
  return true;
}

/** Browsers reject configurations that they do not know by name. */
async function canDecode(video: InputVideoTrack): Promise<boolean> {
  return await video.canDecode().catch(() => false);
}

/** What browsers say of a decoder that was taken away, or that they could not start (WebCodecs, "Resource Reclamation"). */
const OF_THE_DECODER = new Set([
  "AbortError",
  "InvalidStateError",
  "NotSupportedError",
  "OperationError",
  "QuotaExceededError",
]);

function isAboutTheBytes(error: unknown): boolean {
  return !(error instanceof DOMException && OF_THE_DECODER.has(error.name));
}
