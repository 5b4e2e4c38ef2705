import { useEffect, useRef } from "react";
import type { Comparison, ComparisonState } from "../engine/comparison.ts";

/** Calls with the comparison's state now and whenever it changes, without rendering. */
export function useFollow(comparison: Comparison, follow: (state: ComparisonState) => void): void {
  const latest = useRef(follow);
  useEffect(() => {
    latest.current = follow;
    follow(comparison.getState());
  });
  useEffect(() => comparison.subscribe(() => latest.current(comparison.getState())), [comparison]);
}
