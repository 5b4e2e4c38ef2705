/** The search string of Compare: which two clips, and the state of their comparison. */
import type { View } from "../geometry/view-state.ts";
import type { PerSide } from "../sides.ts";
import { type LinkState, parseCompareLink } from "./compare-link.ts";

export interface CompareAddress {
  /** The value for each side in the URL; null if the URL does not specify the side. */
  keys: PerSide<string | null>;
  /** The state of the comparison. */
  link: LinkState;
  /** Which settings the URL specifies. For all others the creator's preferences apply. */
  isSpecified: Readonly<Record<"speed" | "isLooping" | "audible", boolean>>;
}

/** Parses a search string. `defaultView` applies if it specifies no view. */
export function parseCompareAddress(search: string, defaultView?: View): CompareAddress {
  const params = new URLSearchParams(search);
  return {
    keys: { left: params.get("left"), right: params.get("right") },
    link: parseCompareLink(search, defaultView),
    isSpecified: {
      speed: params.has("speed"),
      isLooping: params.has("loop"),
      audible: params.has("hear"),
    },
  };
}
