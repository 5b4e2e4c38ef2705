import type { View } from "./view-state.ts";

/**
 * Aspect ratio of the stage for frames of a given ratio. Two pictures side by side or stacked use the full page width,
 * like a single one, as far as the screen's height allows.
 */
export function stageRatio(frameRatio: number, view: View): number {
  if (view !== "side") return frameRatio;
  return frameRatio >= 1 ? frameRatio / 2 : frameRatio * 2;
}
