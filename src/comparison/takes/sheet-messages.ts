/** Messages between the sheet and its worker. */
import type { ClipMedia } from "../media/clip-media.ts";

/** Requests all frames of a take at this size. */
export interface SheetRequest {
  id: string;
  media: ClipMedia;
  width: number;
  height: number;
}

export type SheetReply =
  | { type: "frame"; id: string; index: number; image: ImageBitmap }
  | { type: "end"; id: string }
  /** The browser failed to decode the take. Frames that arrived before are kept. */
  | { type: "failed"; id: string };
