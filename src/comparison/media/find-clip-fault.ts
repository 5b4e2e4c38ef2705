/**
 * Checks whether a clip is intact: its container parses, all samples are inside the file, and the first and last frames
 * decode.
 */
import {
  EncodedPacketSink,
  type InputTrack,
  type InputVideoTrack,
  UnsupportedInputFormatError,
  VideoSampleSink,
} from "mediabunny";
import { openContainer } from "./container.ts";

/**
 * - `not-a-clip`: the file is not a video or has no video track
 * - `cut-short`: samples are located beyond the end of the file
 * - `damaged`: the index is unreadable, or the first or last frame does not decode
 */
export type ClipFault = "not-a-clip" | "cut-short" | "damaged";

/** Timestamps this close belong to the same frame, since decoders round to microseconds. */
const SAME_FRAME_S = 0.001;

/**
 * Returns what is wrong with a clip, or null if this browser finds no fault. Without WebCodecs, or without a decoder
 * for the codec, frames are not checked: a clip must be saved even if it cannot be checked.
 */
export async function findClipFault(clip: Blob): Promise<ClipFault | null> {
  const input = openContainer(clip);
  try {
    const tracks = await input.getTracks();
    const video = await input.getPrimaryVideoTrack();
    if (!video) return "not-a-clip";
    for (const track of tracks) if (!(await isWithinFile(track))) return "cut-short";
    return (await firstAndLastDecode(video)) ? null : "damaged";
  } catch (error) {
    // Clips are untrusted input, so any error of the reader counts as a fault of the file.
    return error instanceof UnsupportedInputFormatError ? "not-a-clip" : "damaged";
  } finally {
    input.dispose();
  }
}

/** Whether the bytes of every sample are present. The reader ends a track at the first missing sample. */
async function isWithinFile(track: InputTrack): Promise<boolean> {
  const sink = new EncodedPacketSink(track);
  const lastPacket = await sink.getPacket(Number.POSITIVE_INFINITY, { metadataOnly: true });
  if (lastPacket === null) return !track.isVideoTrack();
  let hasLastPacket = false;
  for await (const { timestamp, byteLength } of sink.packets()) {
    if (timestamp === lastPacket.timestamp && byteLength > 0) hasLastPacket = true;
  }
  return hasLastPacket;
}

/** Decodes the first and last frame. Only errors about the bytes count as damage, not the loss of the decoder. */
async function firstAndLastDecode(video: InputVideoTrack): Promise<boolean> {
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

/** Browsers reject configurations whose codec name they do not know. */
async function canDecode(video: InputVideoTrack): Promise<boolean> {
  return await video.canDecode().catch(() => false);
}

/** Errors of a decoder that was reclaimed or could not start (WebCodecs, "Resource Reclamation"). */
const DECODER_ERRORS = new Set([
  "AbortError",
  "InvalidStateError",
  "NotSupportedError",
  "OperationError",
  "QuotaExceededError",
]);

function isAboutTheBytes(error: unknown): boolean {
  return !(error instanceof DOMException && DECODER_ERRORS.has(error.name));
}
