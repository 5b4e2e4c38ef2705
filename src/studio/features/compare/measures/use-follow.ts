import { useEffect, useRef } from "react";
import type { Comparison, ComparisonState } from "#comparison/engine/comparison.ts";

/** Calls `follow` with the comparison's state on mount and after each change, without rendering. */
export function useFollow(comparison: Comparison, follow: (state: ComparisonState) => void): void {
  const latest = useRef(follow);
  useEffect(() => {
    latest.current = follow;
    follow(comparison.getState());
  });
  useEffect(() => comparison.subscribe(() => latest.current(comparison.getState())), [comparison]);
}
