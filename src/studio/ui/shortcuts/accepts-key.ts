import { isComposing } from "./composition.ts";
import { ownsKey } from "./owns-key.ts";
import { areShortcutsOn } from "./shortcut-preference.ts";

/**
 * Whether a key pressed anywhere on the page may act for `region`. Not if the focused element uses the key itself.
 * Letters, digits and symbols only count with the focus in the shortcut area around `region`, or on no control, and can
 * be switched off. An open dialog keeps its keys unless it contains `region`. Keys of an input method never count.
 */
export function acceptsKey(event: KeyboardEvent, region: HTMLElement): boolean {
  if (event.defaultPrevented || isComposing(event)) return false;
  if (!(event.target instanceof Element) || ownsKey(event.target, event.key)) return false;
  if (isCharacter(event.key) && !mayActOnCharacters(event.target, region)) return false;
  const dialog = document.querySelector("dialog:modal");
  return dialog === null || dialog.contains(region);
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
