import type { View } from "./view-state.ts";

/**
 * Width to height of the place for frames of a ratio, as far as the screen is high enough: two beside or above each other
 * are wanted as wide as the page, as one alone is.
 */
export function stageRatio(frameRatio: number, view: View): number {
  if (view !== "side") return frameRatio;
  return frameRatio >= 1 ? frameRatio / 2 : frameRatio * 2;
}
