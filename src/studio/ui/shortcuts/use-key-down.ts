import { useEffect, useEffectEvent } from "react";
import { isComposing } from "./composition.ts";
import { ownsKey } from "./owns-key.ts";

/**
 * Calls `onKeyDown` for keys pressed while the focus is inside `region`, or anywhere on the page where the focused
 * element doesn't use the key. An open dialog keeps its keys unless it contains `region`. Keys of an input method are
 * skipped.
 */
export function useKeyDown(
  region: HTMLElement | null,
  onKeyDown: (event: KeyboardEvent) => void,
): void {
  const handleKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || isComposing(event)) return;
    if (!(event.target instanceof Element) || !region) return;
    if (ownsKey(event.target, event.key)) return;
    const dialog = document.querySelector("dialog:modal");
    if (dialog && !dialog.contains(region)) return;
    onKeyDown(event);
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => handleKeyDown(event);
    document.addEventListener("keydown", listener);
    return () => document.removeEventListener("keydown", listener);
  }, []);
}
