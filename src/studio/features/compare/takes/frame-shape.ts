import type { CSSProperties } from "react";
import type { AspectRatio } from "#kirin/parameters.ts";

/** A frame of this ratio: as wide as there is room, and no higher than so much of the window. */
export function frameShape(ratio: AspectRatio, height: string): CSSProperties {
  const css = ratio.replace(":", " / ");
  return { aspectRatio: css, width: `min(100%, calc(${height} * ${css}))` };
}
