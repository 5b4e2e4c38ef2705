import type { Comparison } from "../engine/comparison.ts";
import type { ViewStore } from "../geometry/view-state.ts";

/** A comparison that is open, and how its pictures are shown. */
export interface OpenComparison {
  comparison: Comparison;
  view: ViewStore;
}
