/** What the sheet and its worker say to each other. */
import type { ClipMedia } from "../engine/clip-media.ts";

/** Decode all of a take, to frames of this size. */
export interface SheetRequest {
  id: string;
  media: ClipMedia;
  width: number;
  height: number;
}

export type SheetReply =
  | { type: "frame"; id: string; index: number; image: ImageBitmap }
  | { type: "end"; id: string }
  /** The browser gave up decoding it; what came before stays. */
  | { type: "failed"; id: string };
