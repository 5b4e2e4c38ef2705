/** How large a video is here, and how it is encoded. */
import { canEncodeVideo, Quality, type VideoEncodingConfig } from "mediabunny";
import type { Fitted } from "../stage/fitting.ts";
import type { ExportCodec } from "./job.ts";
import { type ExportLayout, layOut, type StillView } from "./layout.ts";
import { VIDEO_LONGEST } from "./video-size.ts";

interface Wanted {
  fitted: Fitted;
  view: StillView;
  frameRate: number;
  /** Bits a second of what is shown in it. */
  bitRate: number;
}

interface ExportFormat {
  layout: ExportLayout;
  /** Whether it could not be had as large as was said before. */
  isSmaller: boolean;
  encoding: VideoEncodingConfig & { codec: ExportCodec };
}

/** H.264 plays everywhere; VP9 in MP4 plays in browsers and most players. */
const CODECS: readonly ExportCodec[] = ["avc", "vp9"];
/** Encoders of phones may end at the second. */
const LONGEST = [VIDEO_LONGEST, 1920] as const;
/** Encoded once more a picture needs more bits to stay what it was. */
const AGAIN = 1.5;
/** Bits for a pixel that a picture of any source gets at least, and those a second that are enough for any. */
const BITS_LEAST = 0.06;
const BIT_RATE_MOST = 80e6;

/** The first that this browser can encode, with a key frame every second; null where it is none. */
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
      const least = BITS_LEAST * width * height * frameRate;
      const bitrate = Math.round(Math.min(BIT_RATE_MOST, Math.max(least, bitRate * AGAIN)));
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
