import { useState } from "react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import { compose, sendKey } from "#studio/testing/input-method.ts";
import type { Shortcut } from "./shortcut.ts";
import { areShortcutsOn } from "./shortcut-preference.ts";
import { SHORTCUT_AREA } from "./use-key-down.ts";
import { useShortcuts } from "./use-shortcuts.ts";

const CHARACTERS = [..."abcdefghijklmnopqrstuvwxyz0123456789.,+-?[]"];
const press = vi.fn();
const SHORTCUTS: readonly Shortcut<null>[] = [
  { keys: [...CHARACTERS, "Home"], does: "Act", repeats: true, press },
];

function Page() {
  const [region, setRegion] = useState<HTMLElement | null>(null);
  useShortcuts(region, SHORTCUTS, null);
  return (
    <main tabIndex={-1}>
      <div data-testid="outside">
        <button type="button">Copy link</button>
        <a href="#elsewhere">Elsewhere</a>
        <input type="checkbox" aria-label="Check" />
        <input type="radio" aria-label="Radio" />
        <input type="range" aria-label="Range" />
        <input aria-label="Text" />
        <textarea aria-label="Long text" />
        <select aria-label="Choice">
          <option>One</option>
        </select>
        <details>
          <summary>More</summary>
        </details>
        <section tabIndex={-1} aria-label="Panel" />
      </div>
      <div {...SHORTCUT_AREA}>
        <section ref={setRegion} aria-label="Picture" />
        <button type="button">Neighbour</button>
      </div>
    </main>
  );
}

beforeEach(() => press.mockClear());
afterEach(() => areShortcutsOn.set(true));

it("letters, digits and symbols do nothing on any control outside the area", async () => {
  const screen = await render(<Page />);
  const controls = screen
    .getByTestId("outside")
    .element()
    .querySelectorAll<HTMLElement>("button, a, input, textarea, select, summary, section");
  expect(controls).toHaveLength(10);
  for (const control of controls) {
    control.focus();
    expect(document.activeElement).toBe(control);
    for (const key of CHARACTERS) sendKey(control, { key });
  }
  expect(press).not.toHaveBeenCalled();
});

it("letters and digits do nothing during a composition", async () => {
  const screen = await render(<Page />);
  await screen.getByRole("textbox", { name: "Long text" }).click();
  await compose("か");
  for (const key of CHARACTERS) {
    sendKey(document.activeElement ?? document.body, { key, isComposing: true });
    sendKey(document.body, { key, isComposing: true });
  }
  expect(press).not.toHaveBeenCalled();
});

it("letters, digits and symbols act with the focus in the area, on the page's body or on the main content", async () => {
  const screen = await render(<Page />);
  await userEvent.keyboard("g");
  screen.getByRole("main").element().focus();
  await userEvent.keyboard("g");
  screen.getByRole("button", { name: "Neighbour" }).element().focus();
  await userEvent.keyboard("g");
  expect(press).toHaveBeenCalledTimes(3);
});

it("when switched off, they do nothing anywhere, and other keys still act", async () => {
  await render(<Page />);
  areShortcutsOn.set(false);
  for (const key of CHARACTERS) sendKey(document.body, { key });
  expect(press).not.toHaveBeenCalled();
  await userEvent.keyboard("{Home}");
  expect(press).toHaveBeenCalledOnce();
});
