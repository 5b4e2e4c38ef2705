/** Messages between the page and the measuring worker. Everything here is structured-cloneable. */
import type { ClipMedia } from "../media/clip-media.ts";
import type { ClipReport } from "./report.ts";
import type { Sound } from "./sound/sound.ts";

export interface MeasureRequest {
  media: ClipMedia;
  /** The pixel count at which the picture is measured. */
  area: number;
  /** Already decoded, because workers lack the whole-file decoder that some browsers need. */
  sound: Sound | "none" | "unreadable";
}

export type MeasureReply =
  /** 0 to 1. */
  | { kind: "progress"; part: number }
  | { kind: "report"; report: ClipReport }
  /** The browser failed to decode the clip. */
  | { kind: "failed" };
