import { useSyncExternalStore } from "react";
import type { Comparison, ComparisonState } from "./comparison.ts";

/** What a comparison is doing now. Renders anew with every frame while it plays: use it low in the tree. */
export function useComparison(comparison: Comparison): ComparisonState {
  return useSyncExternalStore(comparison.subscribe, comparison.getState);
}
