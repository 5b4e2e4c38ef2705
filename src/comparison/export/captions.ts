/** The texts of an export. The caller writes them, so that they follow the language of its page. */
import type { PerSide } from "../sides.ts";

export interface Caption {
  text: string;
  /** A CSS colour for a canvas. */
  colour: string;
}

/** One caption per side, or a single one when both sides share one picture. */
export type Captions = PerSide<Caption> | { both: Caption };

export const CAPTION_COLOUR = "oklch(0.96 0 0)";
