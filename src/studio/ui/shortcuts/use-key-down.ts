import { useEffect, useEffectEvent } from "react";
import { isComposing } from "./composition.ts";
import { ownsKey } from "./owns-key.ts";

/**
 * Calls `onKeyDown` for keys pressed anywhere on the page, unless the focused element uses the key itself. An open
 * dialog keeps its keys unless it contains `region`. Skips keys of an input method. Does nothing without a `region`.
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
