/** What a decoder is told of a clip's picture, its colours included. */
import type { InputVideoTrack } from "mediabunny";

/** Below this height Chromium's and Firefox's `<video>` take an untagged picture for BT.601, from it on for BT.709. */
const HD_HEIGHT = 720;
/** Their streams carry tags of their own, and `<video>` makes no guess for them. */
const NEVER_GUESSED: ReadonlySet<string> = new Set(["vp9", "av1"]);

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
 * The track's decoder configuration; null where the codec is not known. Where a clip's colour tags are missing or incomplete,
 * WebCodecs makes no guess and paints BT.601, while `<video>` guesses by the height (Chromium: `ffmpeg_common.cc`, Firefox:
 * `DefaultColorSpace`). The same guess is made here, so that a clip has the same colours everywhere. A full-range clip is
 * left alone: there both do the same by themselves.
 */
export async function decoderConfigOf(video: InputVideoTrack): Promise<VideoDecoderConfig | null> {
  const config = await video.getDecoderConfig();
  if (config === null) return null;
  const { primaries, transfer, matrix, fullRange } = config.colorSpace ?? {};
  if ((primaries && transfer && matrix) || fullRange) return config;
  if (NEVER_GUESSED.has((await video.getCodec()) ?? "")) return config;
  return { ...config, colorSpace: (await storedHeightOf(video)) < HD_HEIGHT ? SD : HD };
}

/** The height in square pixels before the picture is turned. */
async function storedHeightOf(video: InputVideoTrack): Promise<number> {
  const isLying = (await video.getRotation()) % 180 !== 0;
  return isLying ? video.getDisplayWidth() : video.getDisplayHeight();
}
