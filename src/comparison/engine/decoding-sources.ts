/** Opens decoded frame sources for both clips within a memory budget. */

import { sketchFactors } from "../decode/shrink.ts";
import { createFrameSource } from "../frames/frame-source.ts";
import type { ClipMedia } from "../media/clip-media.ts";
import type { PerSide } from "../sides.ts";
import type { OpenSource } from "./pair-frames.ts";

const MEGABYTE = 1024 * 1024;

/** Bytes kept per clip. Phones kill pages that use too much memory. */
function budgets() {
  const isSmall = matchMedia("(pointer: coarse)").matches;
  return { full: (isSmall ? 96 : 256) * MEGABYTE, sketches: (isSmall ? 24 : 48) * MEGABYTE };
}

/** Returns a function that opens a side's clip for decoding. */
export function decodingSources(media: PerSide<ClipMedia>): OpenSource {
  const { full, sketches } = budgets();
  const factors = sketchFactors(media, { full, sketches });
  return (side, events) => {
    const keeping = { budgetBytes: full, sketchFactor: factors?.[side] ?? null };
    return createFrameSource(media[side], keeping, events);
  };
}
