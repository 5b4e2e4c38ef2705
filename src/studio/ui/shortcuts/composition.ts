/**
 * Keys that belong to an input method. During a composition (Japanese, Chinese, Korean, dead keys, emoji pickers),
 * Enter selects a candidate and Escape dismisses it, so these keys must not send, close or move anything.
 */
import type { KeyboardEvent as ReactKeyboardEvent } from "react";

/** The key code that browsers report for keys handled by an input method (UI Events, 7.3.1). */
const INPUT_METHOD_KEY_CODE = 229;

/**
 * Whether an input method handles this key. Safari ends the composition before it sends the keydown of the final Enter,
 * so `isComposing` is already false and only the key code reveals it.
 */
export function isComposing(event: Pick<KeyboardEvent, "isComposing" | "keyCode" | "key">) {
  return event.isComposing || event.keyCode === INPUT_METHOD_KEY_CODE || event.key === "Process";
}

/**
 * Wraps every `onKeyDown` of the studio. `handle` only receives keys that no input method handles. A composing Enter
 * doesn't submit a single-line form, and a composing Escape doesn't close a dialog. Call it without `handle` if only
 * those defaults matter.
 */
export function outsideComposition<Target extends Element>(
  handle?: (event: ReactKeyboardEvent<Target>) => void,
): (event: ReactKeyboardEvent<Target>) => void {
  return (event) => {
    if (!isComposing(event.nativeEvent)) {
      handle?.(event);
      return;
    }
    const wouldSubmit = event.key === "Enter" && event.target instanceof HTMLInputElement;
    if (wouldSubmit || event.key === "Escape") event.preventDefault();
  };
}
