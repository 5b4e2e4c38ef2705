import { useEffect, useEffectEvent } from "react";
import { acceptsKey } from "./accepts-key.ts";

/** Marks the area whose controls share their shortcuts. Spread it into the element. */
export const SHORTCUT_AREA = { "data-shortcut-area": "" } as const;

/** Calls `onKeyDown` for the keys that {@link acceptsKey} accepts for `region`. Does nothing without one. */
export function useKeyDown(
  region: HTMLElement | null,
  onKeyDown: (event: KeyboardEvent) => void,
): void {
  const handleKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (region && acceptsKey(event, region)) onKeyDown(event);
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => handleKeyDown(event);
    document.addEventListener("keydown", listener);
    return () => document.removeEventListener("keydown", listener);
  }, []);
}
