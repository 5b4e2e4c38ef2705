/** Builds the decoder configuration for a clip's picture, including its colour space. */
import type { InputVideoTrack } from "mediabunny";

/** Below this height, `<video>` in Chromium and Firefox treats an untagged picture as BT.601, otherwise as BT.709. */
const HD_HEIGHT = 720;
/** Their bitstreams carry colour tags, so `<video>` does not guess for them. */
const TAGGED_CODECS: ReadonlySet<string> = new Set(["vp9", "av1"]);

const SD: VideoColorSpaceInit = {
  primaries: "smpte170m",
  transfer: "smpte170m",
  matrix: "smpte170m",
  fullRange: false,
};
const HD: VideoColorSpaceInit = {
  primaries: "bt709",
  transfer: "bt709",
  matrix: "bt709",
  fullRange: false,
};

/**
 * The track's decoder configuration; null if the codec is unknown. When colour tags are missing or incomplete,
 * WebCodecs assumes BT.601, while `<video>` guesses by height (Chromium: `ffmpeg_common.cc`, Firefox:
 * `DefaultColorSpace`). This makes the same guess, so that a clip has the same colours everywhere. Full-range clips are
 * left unchanged because both already agree on them.
 */
export async function decoderConfigOf(video: InputVideoTrack): Promise<VideoDecoderConfig | null> {
  const config = await video.getDecoderConfig();
  if (config === null) return null;
  const { primaries, transfer, matrix, fullRange } = config.colorSpace ?? {};
  if ((primaries && transfer && matrix) || fullRange) return config;
  if (TAGGED_CODECS.has((await video.getCodec()) ?? "")) return config;
  return { ...config, colorSpace: (await storedHeightOf(video)) < HD_HEIGHT ? SD : HD };
}

/** The height in square pixels before rotation. */
async function storedHeightOf(video: InputVideoTrack): Promise<number> {
  const isSideways = (await video.getRotation()) % 180 !== 0;
  return isSideways ? video.getDisplayWidth() : video.getDisplayHeight();
}
