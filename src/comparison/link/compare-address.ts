/** The search string of Compare: which two clips, and the state of their comparison. */
import type { View } from "../geometry/view-state.ts";
import type { PerSide } from "../sides.ts";
import { type LinkState, parseCompareLink } from "./compare-link.ts";

export interface CompareAddress {
  /** What is named for each side; null where the side is not named at all. */
  keys: PerSide<string | null>;
  /** The state of the comparison. */
  link: LinkState;
  /** Which settings are named. For all others the creator's preferences apply. */
  isNamed: Readonly<Record<"speed" | "isLooping" | "heard", boolean>>;
}

/** Parses a search string. `usualView` applies if it names no view. */
export function parseCompareAddress(search: string, usualView?: View): CompareAddress {
  const params = new URLSearchParams(search);
  return {
    keys: { left: params.get("left"), right: params.get("right") },
    link: parseCompareLink(search, usualView),
    isNamed: {
      speed: params.has("speed"),
      isLooping: params.has("loop"),
      heard: params.has("hear"),
    },
  };
}
