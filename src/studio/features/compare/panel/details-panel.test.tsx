import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import { PREFERENCES_KEY } from "#studio/preferences/open-preferences.ts";
import { preferences } from "#studio/preferences/preferences.ts";
import { expectAccessible } from "#studio/testing/axe.ts";
import { DetailsPanel } from "./details-panel.tsx";
import "#studio/app/tokens.css";

async function show() {
  const screen = await render(
    <main>
      <h1>Compare</h1>
      <div style={{ display: "grid", gridTemplateRows: "600px auto" }}>
        <div style={{ display: "grid", alignContent: "space-between" }}>
          <button type="button">Above</button>
          <button type="button">Covered</button>
        </div>
        <DetailsPanel
          panels={{
            facts: () => <input aria-label="Search facts" />,
            judge: () => <p>judging</p>,
            measures: () => <p>measuring</p>,
            export: () => <p>exporting</p>,
          }}
        />
      </div>
    </main>,
  );
  const tab = (name: string) => screen.getByRole("tab", { name });
  const panel = (name: string) => screen.getByRole("tabpanel", { name });
  return { screen, tab, panel };
}

afterEach(() => {
  preferences.set({ isPanelOpen: true, panelTab: "facts" });
  localStorage.removeItem(PREFERENCES_KEY);
});

describe("the docked details panel", () => {
  it("shows one tab at a time, chosen by pointer or arrow keys", async () => {
    const { tab, panel } = await show();
    await expect.element(panel("Facts")).toBeVisible();
    await tab("Judge").click();
    await expect.element(panel("Judge")).toBeVisible();
    await expect.element(tab("Judge")).toHaveAttribute("aria-selected", "true");
    await userEvent.keyboard("{ArrowRight}");
    await expect.element(tab("Measures")).toHaveFocus();
    await expect.element(panel("Measures")).toBeVisible();
    await userEvent.keyboard("{End}{ArrowRight}");
    await expect.element(tab("Facts")).toHaveFocus();
    await userEvent.tab();
    await expect.element(panel("Facts")).toHaveFocus();
  });

  it("collapses to its tabs, which open it again, and keeps what was typed", async () => {
    const { screen, tab, panel } = await show();
    const field = screen.getByRole("textbox", { name: "Search facts" });
    await field.fill("price");
    await screen.getByRole("button", { name: "Hide details" }).click();
    await expect.element(screen.getByRole("tabpanel")).not.toBeInTheDocument();
    const toggle = screen.getByRole("button", { name: "Show details" });
    await expect.element(toggle).toHaveFocus();
    await expect.element(toggle).toHaveAttribute("aria-expanded", "false");
    await tab("Export").click();
    await expect.element(panel("Export")).toBeVisible();
    await tab("Facts").click();
    await expect.element(field).toHaveValue("price");
  });

  it("remembers the tab and whether it is open", async () => {
    const { screen, tab } = await show();
    await tab("Measures").click();
    await screen.getByRole("button", { name: "Hide details" }).click();
    expect(JSON.parse(localStorage.getItem(PREFERENCES_KEY) ?? "")).toMatchObject({
      isPanelOpen: false,
      panelTab: "measures",
    });
    await screen.unmount();
    const again = await show();
    await again.screen.getByRole("button", { name: "Show details" }).click();
    await expect.element(again.panel("Measures")).toBeVisible();
  });

  it("has no axe violations in either theme", async () => {
    const { screen } = await show();
    await expectAccessible(screen.container);
    await screen.getByRole("button", { name: "Hide details" }).click();
    await expectAccessible(screen.container);
  });
});

describe("the details sheet of a narrow screen", () => {
  beforeEach(() => page.viewport(375, 800));
  afterEach(() => page.viewport(1280, 800));

  it("has no axe violations in either theme", async () => {
    const { screen, tab } = await show();
    await tab("Judge").click();
    await expectAccessible(screen.container);
  });

  it("starts closed, opens from its tabs, and Escape returns to them", async () => {
    const { screen, tab, panel } = await show();
    await expect.element(tab("Facts")).toHaveAttribute("aria-expanded", "false");
    await tab("Facts").click();
    await screen.getByRole("textbox", { name: "Search facts" }).click();
    await userEvent.keyboard("{Escape}");
    await expect.element(panel("Facts")).not.toBeInTheDocument();
    await expect.element(tab("Facts")).toHaveFocus();
    await tab("Judge").click();
    await expect.element(panel("Judge")).toBeVisible();
    await tab("Judge").click();
    await expect.element(panel("Judge")).not.toBeInTheDocument();
  });

  it("closes when the focus moves to a control that it covers, and only then", async () => {
    const { screen, tab, panel } = await show();
    await tab("Judge").click();
    (screen.getByRole("button", { name: "Above" }).element() as HTMLElement).focus();
    await expect.element(panel("Judge")).toBeVisible();
    (screen.getByRole("button", { name: "Covered" }).element() as HTMLElement).focus();
    await expect.element(panel("Judge")).not.toBeInTheDocument();
  });
});
