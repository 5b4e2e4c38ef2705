/** Opens a clip: what can be known before anything is decoded, or why it cannot be compared. */
import { type InputAudioTrack, UnsupportedInputFormatError } from "mediabunny";
import type { ClipMedia, ClipSound } from "./clip-media.ts";
import { type PictureTrack, readPictureTrack } from "./picture-track.ts";
import { frameRateOf } from "./sample-order.ts";

/**
 * A clip, or why there is none: it is no film (or has no picture), this browser cannot decode it, or its bytes are damaged.
 */
export type ClipOpening =
  | { ok: true; media: ClipMedia }
  | { ok: false; reason: "not-a-clip" | "no-decoder" | "unreadable" };

/** Reads the container and asks the browser whether it can decode the picture. Works in a worker too. */
export async function openClipMedia(blob: Blob): Promise<ClipOpening> {
  let track: PictureTrack | null = null;
  try {
    track = await readPictureTrack(blob);
    if (!track) return { ok: false, reason: "not-a-clip" };
    if (!(await canDecode(track))) return { ok: false, reason: "no-decoder" };
    if (!track.isWhole) return { ok: false, reason: "unreadable" };
    return { ok: true, media: await factsOf(blob, track) };
  } catch (error) {
    // Every clip comes from outside: whatever its bytes do to the reader is foreseen.
    const isOther = error instanceof UnsupportedInputFormatError;
    return { ok: false, reason: isOther ? "not-a-clip" : "unreadable" };
  } finally {
    track?.input.dispose();
  }
}

async function canDecode({ video }: PictureTrack): Promise<boolean> {
  if (typeof VideoDecoder === "undefined") return false;
  const config = await video.getDecoderConfig();
  return config !== null && (await VideoDecoder.isConfigSupported(config)).supported === true;
}

async function factsOf(blob: Blob, track: PictureTrack): Promise<ClipMedia> {
  const { video, audio, frameTimes, durationS, data } = track;
  const bytes = data.reduce((sum, { byteLength }) => sum + byteLength, 0);
  return {
    blob,
    width: await video.getDisplayWidth(),
    height: await video.getDisplayHeight(),
    codec: (await video.getCodecParameterString()) ?? "",
    frameRate: frameRateOf(track),
    frameCount: frameTimes.length,
    frameTimes,
    durationS,
    bitRate: (bytes * 8) / durationS,
    sound: audio && (await describeSound(audio)),
  };
}

async function describeSound(audio: InputAudioTrack): Promise<ClipSound> {
  const { averageBitrate } = await audio.computePacketStats();
  return {
    codec: (await audio.getCodecParameterString()) ?? (await audio.getCodec()) ?? "",
    channels: await audio.getNumberOfChannels(),
    sampleRate: await audio.getSampleRate(),
    bitRate: averageBitrate,
  };
}
