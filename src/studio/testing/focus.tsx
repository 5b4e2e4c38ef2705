import { useEffect } from "react";
import { expect } from "vitest";
import type { Locator } from "vitest/browser";
import { render } from "vitest-browser-react";
import { keepFocus } from "#studio/ui/focus-keeper.ts";
import { eventually } from "./eventually.ts";

function FocusKeeper() {
  useEffect(keepFocus, []);
  return null;
}

/** Mounts the focus keeper of the shell. */
export async function mountFocusKeeper(): Promise<void> {
  await render(<FocusKeeper />);
}

/** Focuses a control, runs the action that removes it, and expects the focus to be somewhere else than on the body. */
export async function expectFocusMoved(
  control: Locator,
  remove: () => unknown = () => control.click(),
): Promise<void> {
  const element = await eventually(() => {
    const found = control.element() as HTMLElement;
    found.focus();
    // A disabled control doesn't take the focus.
    expect(document.activeElement).toBe(found);
    return found;
  });
  await remove();
  await eventually(() => expect(element.isConnected).toBe(false));
  expect(document.activeElement).not.toBe(document.body);
}
