/** Simulates an input method: compositions through the DevTools protocol, and key events as Safari sends them. */
import { cdp } from "vitest/browser";

/** Composes `text` in the field that has the focus. */
export function compose(text: string): Promise<unknown> {
  const end = text.length;
  return cdp().send("Input.imeSetComposition", { text, selectionStart: end, selectionEnd: end });
}

/** Presses a key through the DevTools protocol. The browser reports it as part of an open composition. */
export async function pressKey(key: string, { ctrl = false } = {}): Promise<void> {
  const isEnter = key === "Enter";
  const press = {
    key,
    code: key,
    windowsVirtualKeyCode: isEnter ? 13 : 27,
    modifiers: ctrl ? 2 : 0,
  };
  await cdp().send("Input.dispatchKeyEvent", {
    ...press,
    type: "keyDown",
    ...(isEnter && { text: "\r" }),
  });
  await cdp().send("Input.dispatchKeyEvent", { ...press, type: "keyUp" });
}

/** The forms in which browsers report a key that an input method has handled. */
export const INPUT_METHOD_KEYS = [
  ["as part of the composition", { isComposing: true }],
  ["by its key code, after Safari has ended the composition", { keyCode: 229 }],
  ["as part of the composition, with its key code", { isComposing: true, keyCode: 229 }],
] as const satisfies readonly (readonly [string, KeyboardEventInit])[];

/** Sends a keydown; false when its default was prevented. */
export function sendKey(target: Element, init: KeyboardEventInit): boolean {
  return target.dispatchEvent(
    new KeyboardEvent("keydown", { bubbles: true, cancelable: true, ...init }),
  );
}
