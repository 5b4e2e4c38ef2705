import type { CSSProperties } from "react";
import type { AspectRatio } from "#kirin/parameters.ts";

/** Styles a box of this ratio as wide as possible, up to the given height. */
export function frameShape(ratio: AspectRatio, height: string): CSSProperties {
  const css = ratio.replace(":", " / ");
  return { aspectRatio: css, width: `min(100%, calc(${height} * ${css}))` };
}
