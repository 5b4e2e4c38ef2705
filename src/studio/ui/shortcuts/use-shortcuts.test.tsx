import { useState } from "react";
import { expect, it, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import type { Shortcut } from "./shortcut.ts";
import { useShortcuts } from "./use-shortcuts.ts";

const target = { step: vi.fn(), once: vi.fn(), hold: vi.fn(), release: vi.fn() };
const SHORTCUTS: readonly Shortcut<typeof target>[] = [
  { keys: ["."], does: "Step", repeats: true, press: ({ step }) => step() },
  { keys: ["k"], does: "Once", press: ({ once }) => once() },
  { keys: ["b"], does: "Hold", press: ({ hold }) => hold(), release: ({ release }) => release() },
];

function Region() {
  const [region, setRegion] = useState<HTMLElement | null>(null);
  useShortcuts(region, SHORTCUTS, target);
  return (
    <div ref={setRegion}>
      <input aria-label="Note" />
    </div>
  );
}

function pressHeld(key: string) {
  for (const repeat of [false, true, true]) {
    document.body.dispatchEvent(new KeyboardEvent("keydown", { key, repeat, bubbles: true }));
  }
}

it("counts a held key once unless repeats are allowed", async () => {
  await render(<Region />);
  pressHeld(".");
  pressHeld("k");
  expect(target.step).toHaveBeenCalledTimes(3);
  expect(target.once).toHaveBeenCalledOnce();
});

it("reports when a held key is released or the window loses focus", async () => {
  await render(<Region />);
  await userEvent.keyboard("{b>}");
  expect(target.release).not.toHaveBeenCalled();
  await userEvent.keyboard("{/b}");
  expect(target.release).toHaveBeenCalledOnce();
  await userEvent.keyboard("{b>}");
  window.dispatchEvent(new Event("blur"));
  expect(target.release).toHaveBeenCalledTimes(2);
  await userEvent.keyboard("{/b}");
  expect(target.release).toHaveBeenCalledTimes(2);
});

it("ignores keys while typing", async () => {
  target.once.mockClear();
  const { getByRole } = await render(<Region />);
  await getByRole("textbox", { name: "Note" }).click();
  await userEvent.keyboard("k");
  expect(target.once).not.toHaveBeenCalled();
});
