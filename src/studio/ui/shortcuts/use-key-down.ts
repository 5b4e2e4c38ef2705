import { useEffect, useEffectEvent } from "react";
import { isComposing } from "./composition.ts";
import { ownsKey } from "./owns-key.ts";
import { areShortcutsOn } from "./shortcut-preference.ts";

/** Marks the area whose controls share their shortcuts. Spread it into the element. */
export const SHORTCUT_AREA = { "data-shortcut-area": "" } as const;

/**
 * Calls `onKeyDown` for keys pressed anywhere on the page, unless the focused element uses the key itself. Letters,
 * digits and symbols only count with the focus in the shortcut area around `region`, or on no control, and can be
 * switched off. An open dialog keeps its keys unless it contains `region`. Skips keys of an input method. Does nothing
 * without a `region`.
 */
export function useKeyDown(
  region: HTMLElement | null,
  onKeyDown: (event: KeyboardEvent) => void,
): void {
  const handleKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || isComposing(event)) return;
    if (!(event.target instanceof Element) || !region) return;
    if (ownsKey(event.target, event.key)) return;
    if (isCharacter(event.key) && !mayActOnCharacters(event.target, region)) return;
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

/** Space presses buttons everywhere, so it isn't treated as a character. */
function isCharacter(key: string): boolean {
  return key.length === 1 && key !== " ";
}

/** An element around the region, such as the body, has the focus while no control has it. */
function mayActOnCharacters(focused: Element, region: HTMLElement): boolean {
  const area = region.closest("[data-shortcut-area]") ?? region;
  return areShortcutsOn.getState() && (area.contains(focused) || focused.contains(area));
}
