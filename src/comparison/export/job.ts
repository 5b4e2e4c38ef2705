/** The messages between the page and the export worker. All of them can be structured-cloned. */

import type { Region } from "../engine/comparison.ts";
import type { ClipMedia } from "../media/clip-media.ts";
import type { PerSide } from "../sides.ts";
import type { AudibleSide } from "../sound/audible-side.ts";
import type { Caption, Captions } from "./captions.ts";
import type { ExportView } from "./paint-frame.ts";

/** The fields that both kinds of job share. */
interface JobBase {
  media: PerSide<ClipMedia>;
  offsetFrames: number;
  /** Frames of the common timeline. */
  region: Region;
}

/** The comparison as a video. */
export interface VideoJob extends JobBase {
  kind: "video";
  view: ExportView;
  captions: Captions;
  /** The time of each frame of the region, as it is shown. */
  times: readonly string[];
  audible: AudibleSide;
}

/** Pictures of several frames on one sheet. */
export interface SheetJob extends JobBase {
  kind: "sheet";
  columns: number;
  captions: PerSide<Caption>;
  /** The time of each column, as it is shown. */
  times: readonly string[];
}

export type Job = VideoJob | SheetJob;

/** H.264, or VP9 if the browser cannot encode H.264. */
export type ExportCodec = "avc" | "vp9";

export interface ExportedFile {
  blob: Blob;
  width: number;
  height: number;
  /** Whether the size was reduced to what the browser can encode. */
  isSmaller: boolean;
  /** Null for pictures. */
  codec: ExportCodec | null;
  /** Whether the requested sound could not be included. */
  isSoundMissing: boolean;
  /** Frames of both clips that could not be decoded; an intact frame next to them is used instead. */
  damagedFrames: number;
}

/** The fields of a result that is a picture. */
export const PICTURE_FIELDS = {
  isSmaller: false,
  codec: null,
  isSoundMissing: false,
  damagedFrames: 0,
} as const;

/** `no-encoder`: this browser cannot make videos of this size. */
export type Result =
  | { ok: true; file: ExportedFile }
  | { ok: false; reason: "no-encoder" | "failed" };

/** The frames of a region, in order. */
export function framesOf({ startFrame, endFrame }: Region): number[] {
  return Array.from({ length: endFrame - startFrame + 1 }, (_, index) => startFrame + index);
}

export type JobAnswer = { kind: "progress"; part: number } | { kind: "result"; result: Result };
