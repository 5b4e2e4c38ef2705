import { useCallback, useSyncExternalStore } from "react";
import type { ComparisonState, Playing } from "#comparison/engine/comparison.ts";

/**
 * Selects one value of the comparison's state and renders only when it changes, so most components are idle during
 * playback.
 */
export function useSelected<Value extends string | number | boolean | null>(
  comparison: Playing,
  select: (state: ComparisonState) => Value,
): Value {
  const subscribe = useCallback(
    (onChange: () => void) => comparison.subscribe(onChange),
    [comparison],
  );
  return useSyncExternalStore(subscribe, () => select(comparison.getState()));
}
