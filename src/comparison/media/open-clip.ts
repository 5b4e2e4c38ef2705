/** Opens a clip: reads its facts without decoding, or returns why it cannot be compared. */
import { type InputAudioTrack, UnsupportedInputFormatError } from "mediabunny";
import type { ClipMedia, ClipSound } from "./clip-media.ts";
import { decoderConfigOf } from "./decoder-config.ts";
import { type PictureTrack, readPictureTrack } from "./picture-track.ts";
import { frameRateOf } from "./sample-order.ts";
import { soundSupportOf } from "./sound-support.ts";

/**
 * A clip, or the reason why it can't be opened: it has no video, this browser cannot decode it, its bytes are damaged,
 * or it is too long to hold all of its bytes and frames at once.
 */
export type ClipOpening =
  | { ok: true; media: ClipMedia }
  | { ok: false; reason: "not-a-clip" | "no-decoder" | "unreadable" | "too-long" };

/** Far more than a generated clip has: two minutes at 30 frames per second. */
const FRAMES_MAX = 3600;
const BYTES_MAX = 256 * 1024 * 1024;

/** Reads the container and asks the browser whether it can decode the picture. Works in a worker too. */
export async function openClipMedia(blob: Blob): Promise<ClipOpening> {
  if (blob.size > BYTES_MAX) return { ok: false, reason: "too-long" };
  let track: PictureTrack | null = null;
  try {
    track = await readPictureTrack(blob);
    if (!track) return { ok: false, reason: "not-a-clip" };
    if (!(await canDecode(track))) return { ok: false, reason: "no-decoder" };
    if (track.frameTimes.length > FRAMES_MAX) return { ok: false, reason: "too-long" };
    if (!track.isWhole) return { ok: false, reason: "unreadable" };
    return { ok: true, media: await factsOf(blob, track) };
  } catch (error) {
    // Clips are untrusted input, so any failure of the reader is expected.
    const isOtherFormat = error instanceof UnsupportedInputFormatError;
    return { ok: false, reason: isOtherFormat ? "not-a-clip" : "unreadable" };
  } finally {
    track?.input.dispose();
  }
}

async function canDecode({ video }: PictureTrack): Promise<boolean> {
  if (typeof VideoDecoder === "undefined") return false;
  const config = await decoderConfigOf(video);
  if (config === null) return false;
  // Browsers reject codec strings they do not recognise.
  const support = await VideoDecoder.isConfigSupported(config).catch(() => null);
  return support?.supported === true;
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
    isPlayable: (await soundSupportOf(audio)) === "playable",
  };
}
