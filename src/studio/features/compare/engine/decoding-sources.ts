/** The two clips' frames by decoding, with as much memory as both may take. */
import type { PerSide } from "../side.ts";
import type { ClipMedia } from "./clip-media.ts";
import { createFrameSource } from "./frame-source.ts";
import type { OpenSource } from "./pair-frames.ts";
import { sketchFactors } from "./shrink.ts";

/** Bytes that are kept of each clip. */
const BUDGETS = { full: 256 * 1024 * 1024, sketches: 48 * 1024 * 1024 };

/** Opens a side's clip for decoding. */
export function decodingSources(media: PerSide<ClipMedia>): OpenSource {
  const factors = sketchFactors(media, BUDGETS);
  return (side, events) => {
    const keeping = { budgetBytes: BUDGETS.full, sketchFactor: factors?.[side] ?? null };
    return createFrameSource(media[side], keeping, events);
  };
}
