import { useCallback, useSyncExternalStore } from "react";
import type { ComparisonState, Playing } from "../engine/comparison.ts";

/** One value of the comparison's state. Renders only when it changes: what does not ask for the frame rests while it plays. */
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
