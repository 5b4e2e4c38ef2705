/**
 * Keys that belong to an input method. While one composes (Japanese, Chinese, Korean, dead keys, emoji pickers), Enter picks
 * a candidate and Escape drops it: such a key must not send, close or move anything.
 */
import type { KeyboardEvent as ReactKeyboardEvent } from "react";

/** The key code browsers give to keys that an input method has taken (UI Events, 7.3.1). */
const TAKEN_KEY_CODE = 229;

/**
 * Whether an input method has taken this key. Safari ends the composition before it sends the keydown of the Enter that
 * ended it: `isComposing` is false then, and only the key code tells.
 */
export function isComposing(event: Pick<KeyboardEvent, "isComposing" | "keyCode" | "key">) {
  return event.isComposing || event.keyCode === TAKEN_KEY_CODE || event.key === "Process";
}

/**
 * Wraps every `onKeyDown` of the studio: `handle` gets only keys that no input method has taken. A composing Enter does not
 * submit the form of a single-line field either, and a composing Escape does not close a dialog. Call it without `handle`
 * where only those defaults matter.
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
