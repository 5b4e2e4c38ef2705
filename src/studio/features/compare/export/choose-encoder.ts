/** How a film is encoded here. */
import { canEncodeVideo, Quality, type VideoEncodingConfig } from "mediabunny";
import type { Size } from "../stage/geometry.ts";
import type { FilmCodec } from "./job.ts";

interface Wanted extends Size {
  frameRate: number;
  /** Bits a second of what is shown in it. */
  bitRate: number;
}

/** H.264 plays everywhere; VP9 in MP4 plays in browsers and most players. */
const CODECS: readonly FilmCodec[] = ["avc", "vp9"];
/** Encoded once more a picture needs more bits to stay what it was. */
const AGAIN = 1.5;
/** Bits for a pixel that a picture of any source gets at least, and those a second that are enough for any. */
const BITS_LEAST = 0.06;
const BIT_RATE_MOST = 80e6;

/** The encoding of a film, with a key frame every second; null where this browser encodes neither. */
export async function chooseEncoder({
  width,
  height,
  frameRate,
  bitRate,
}: Wanted): Promise<(VideoEncodingConfig & { codec: FilmCodec }) | null> {
  if (typeof VideoEncoder === "undefined") return null;
  const least = BITS_LEAST * width * height * frameRate;
  const bitrate = Math.round(Math.min(BIT_RATE_MOST, Math.max(least, bitRate * AGAIN)));
  const quality = new Quality({ bitrate });
  for (const codec of CODECS) {
    if (await canEncodeVideo(codec, { width, height, quality, frameRate })) {
      return { codec, quality, keyFrameInterval: 1, latencyMode: "quality" };
    }
  }
  return null;
}
