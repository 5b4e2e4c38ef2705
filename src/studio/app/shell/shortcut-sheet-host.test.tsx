import { useState } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import { preferences } from "#studio/preferences/preferences.ts";
import { expectAccessible } from "#studio/testing/axe.ts";
import type { Shortcut } from "#studio/ui/shortcuts/shortcut.ts";
import { closeShortcutSheet, listShortcuts } from "#studio/ui/shortcuts/shortcut-sheet-store.ts";
import { useShortcuts } from "#studio/ui/shortcuts/use-shortcuts.ts";
import { applyPreferences } from "../apply-preferences.ts";
import { ShortcutSheetHost } from "./shortcut-sheet-host.tsx";
import "../tokens.css";

const step = vi.fn();
const SHORTCUTS: readonly Shortcut<null>[] = [{ keys: ["."], does: "Step forward", press: step }];

function Screen() {
  const [region, setRegion] = useState<HTMLElement | null>(null);
  useShortcuts(region, SHORTCUTS, null);
  return (
    <main>
      <h1>Player</h1>
      <section ref={setRegion} aria-label="Player" />
      <ShortcutSheetHost />
    </main>
  );
}

async function openSheet() {
  const screen = await render(<Screen />);
  await userEvent.keyboard("?");
  const sheet = screen.getByRole("dialog", { name: "Keyboard shortcuts" });
  await expect.element(sheet).toBeVisible();
  return { screen, sheet };
}

let disposers: (() => void)[] = [];
beforeEach(() => {
  step.mockClear();
  const groups = [{ title: "Player", shortcuts: SHORTCUTS }];
  disposers = [applyPreferences(), listShortcuts(groups)];
});
afterEach(() => {
  closeShortcutSheet();
  preferences.set({ areShortcutsOn: true, theme: "system" });
  for (const dispose of disposers) dispose();
});

describe("the shortcut sheet", () => {
  it.each(["light", "dark"] as const)("has no axe violations in the %s theme", async (theme) => {
    preferences.set({ theme });
    const { screen } = await openSheet();
    await expectAccessible(screen.container);
  });

  it("lists what acts on the screen, and keeps its keys from acting while it is open", async () => {
    const { sheet } = await openSheet();
    await expect.element(sheet.getByText("Step forward")).toBeVisible();
    await userEvent.keyboard(".");
    expect(step).not.toHaveBeenCalled();
    await userEvent.keyboard("{Escape}");
    await expect.element(sheet).not.toBeInTheDocument();
    await userEvent.keyboard(".");
    expect(step).toHaveBeenCalledOnce();
  });

  it("has a switch that turns single-key shortcuts off and on", async () => {
    const { screen, sheet } = await openSheet();
    const choice = screen.getByRole("switch", { name: "Single-key shortcuts" });
    await choice.click();
    await userEvent.keyboard("{Escape}");
    await expect.element(sheet).not.toBeInTheDocument();
    await userEvent.keyboard(".?");
    expect(step).not.toHaveBeenCalled();
    preferences.set({ areShortcutsOn: true });
    await userEvent.keyboard(".");
    expect(step).toHaveBeenCalledOnce();
  });
});
