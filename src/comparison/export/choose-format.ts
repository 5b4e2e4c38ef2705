/** Chooses the size and encoding of a video. */
import { canEncodeVideo, Quality, type VideoEncodingConfig } from "mediabunny";
import type { Fitted } from "../geometry/fitting.ts";
import type { ExportCodec } from "./job.ts";
import { type ExportLayout, layOut, type StillView } from "./layout.ts";
import { VIDEO_LONGEST } from "./video-size.ts";

interface Wanted {
  fitted: Fitted;
  view: StillView;
  frameRate: number;
  /** Bits per second of the clips shown. */
  bitRate: number;
}

interface ExportFormat {
  layout: ExportLayout;
  /** Whether the video is smaller than announced. */
  isSmaller: boolean;
  encoding: VideoEncodingConfig & { codec: ExportCodec };
}

/** H.264 plays everywhere; VP9 in MP4 plays in browsers and most players. */
const CODECS: readonly ExportCodec[] = ["avc", "vp9"];
/** Some phones' encoders support only the second size. */
const LONGEST = [VIDEO_LONGEST, 1920] as const;
/** Re-encoding needs more bits to keep the quality. */
const REENCODE_FACTOR = 1.5;
/** Minimum bits per pixel and maximum bits per second, whatever the source. */
const BITS_PER_PIXEL_MIN = 0.06;
const BIT_RATE_MAX = 80e6;

/** The first format that this browser can encode, with a key frame every second; null if there is none. */
export async function chooseFormat({
  fitted,
  view,
  frameRate,
  bitRate,
}: Wanted): Promise<ExportFormat | null> {
  if (typeof VideoEncoder === "undefined") return null;
  for (const codec of CODECS) {
    for (const longest of LONGEST) {
      const layout = layOut(fitted, view, { longest });
      const { width, height } = layout.size;
      const least = BITS_PER_PIXEL_MIN * width * height * frameRate;
      const bitrate = Math.round(
        Math.min(BIT_RATE_MAX, Math.max(least, bitRate * REENCODE_FACTOR)),
      );
      const quality = new Quality({ bitrate });
      if (await canEncodeVideo(codec, { width, height, quality, frameRate })) {
        const isSmaller = width < layOut(fitted, view, { longest: VIDEO_LONGEST }).size.width;
        const encoding = { codec, quality, keyFrameInterval: 1, latencyMode: "quality" } as const;
        return { layout, isSmaller, encoding };
      }
    }
  }
  return null;
}
