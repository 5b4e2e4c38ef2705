import axe from "axe-core";
import { HttpResponse, http } from "msw";
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import { preferences } from "#studio/preferences/preferences.ts";
import { studioLibrary } from "#studio/storage/library/studio-library.ts";
import { eventually } from "#studio/testing/eventually.ts";
import { aWatchedEntry, LIVE_CONFIG } from "#studio/testing/fixtures.ts";
import { mockServer } from "#studio/testing/kirin-mock.ts";
import { closeSettings } from "#studio/ui/overlays/settings-dialog-store.ts";
import { App } from "./app.tsx";
import { applyPreferences } from "./apply-preferences.ts";
import { createQueryClient } from "./query-client.ts";
import "./tokens.css";

vi.mock(import("#studio/storage/library/studio-library.ts"), async () => {
  const { MemoryDisk } = await import("#studio/testing/memory-library.ts");
  return { studioLibrary: new MemoryDisk().open() };
});
vi.mock(import("#studio/features/usage/usage-screen.tsx"), () => ({
  UsageScreen: () => {
    if (usageFault) throw usageFault;
    return <h1>Usage is well</h1>;
  },
}));

const server = mockServer();
afterAll(applyPreferences());
const START = location.href;
let usageFault: Error | null = null;
let client = createQueryClient();

beforeEach(() => {
  usageFault = null;
  client = createQueryClient();
  localStorage.clear();
  history.replaceState(null, "", "/");
  server.use(
    http.get("/api/config", () => HttpResponse.json({ ...LIVE_CONFIG, upstream: "simulator" })),
    http.post("/api/quotes", () =>
      HttpResponse.json({ cost: "0.21", currency: "USD", discount: null }),
    ),
    http.get("/api/generations/:id", () => new HttpResponse(null, { status: 404 })),
  );
});

afterEach(async () => {
  await eventually(() => expect(client.isFetching()).toBe(0));
  preferences.set({ theme: "system" });
  closeSettings();
  history.replaceState(null, "", START);
});

const open = (path = "/") => {
  history.replaceState(null, "", path);
  // React reports a broken screen to the console. This one breaks on purpose.
  return render(<App queryClient={client} />, { createRootOptions: { onCaughtError: () => {} } });
};
const link = (name: string) => page.getByRole("link", { name, exact: true });

describe("navigation", () => {
  it("links the four screens, marks the current one, and updates title and focus", async () => {
    await open();
    await expect.element(link("Create")).toHaveAttribute("aria-current", "page");
    for (const name of ["Library", "Compare"]) {
      await link(name).click();
      await expect.element(link(name)).toHaveAttribute("aria-current", "page");
      await expect.element(page.getByRole("main")).toHaveFocus();
      expect(document.title).toBe(`${name} · Kirin Studio`);
    }
    await expect.element(link("Create")).not.toHaveAttribute("aria-current");
  });

  it("shows a not-found screen for an unknown address", async () => {
    await open("/elsewhere");
    await expect.element(page.getByText("Page not found")).toBeVisible();
    await link("Go to Create").click();
    await expect.element(page.getByRole("textbox", { name: "Prompt", exact: true })).toBeVisible();
  });

  it("says that a generation is not in this library", async () => {
    await open("/generations/unknown");
    await expect.element(page.getByText("This generation isn't in your library")).toBeVisible();
  });
});

describe("the create screen", () => {
  it("shows examples on the first visit, and an example fills the form", async () => {
    await open();
    await page.getByRole("button", { name: /^Night market in the rain/ }).click();
    await expect.element(page.getByRole("textbox", { name: "Prompt", exact: true })).toHaveFocus();
    await expect.element(page.getByRole("radio", { name: "Pro", exact: true })).toBeChecked();
    await expect.element(page.getByRole("radio", { name: "9:16", exact: true })).toBeChecked();
    await expect.element(page.getByRole("switch", { name: "Sound", exact: true })).toBeChecked();
  });

  it("shows the generation in the address", async () => {
    await studioLibrary.add([aWatchedEntry({ id: "shown", isWatched: false })]);
    await open("/generations/shown");
    await expect
      .element(page.getByRole("region", { name: "Stage" }).getByText("Rendering", { exact: true }))
      .toBeVisible();
    expect(page.getByText("Describe your first clip").query()).toBeNull();
  });
});

describe("the shell", () => {
  it("shows that it runs on the simulator, and explains it", async () => {
    await open();
    await page.getByRole("button", { name: "Simulator", exact: true }).click();
    await expect.element(page.getByText(/you aren't charged/)).toBeVisible();
  });

  it("reports a missing API key and a server that doesn't answer", async () => {
    server.use(http.get("/api/config", () => HttpResponse.json({ ...LIVE_CONFIG, hasKey: false })));
    const { unmount } = await open();
    await expect.element(page.getByText(/has no Kirin API key/)).toBeVisible();
    await unmount();
    client = createQueryClient();
    server.use(http.get("/api/config", () => HttpResponse.error()));
    await open();
    await expect.element(page.getByText(/Couldn't reach the studio server/)).toBeVisible();
  });

  it("changes the theme and remembers it", async () => {
    await open();
    await page.getByRole("button", { name: "Settings", exact: true }).click();
    await page.getByRole("radio", { name: "Dark" }).click();
    expect(document.documentElement.dataset.theme).toBe("dark");
    expect(localStorage.getItem("kirin-studio.preferences")).toContain('"theme":"dark"');
    await page.getByRole("radio", { name: "System" }).click();
    expect(document.documentElement.dataset.theme).toBeUndefined();
  });

  it("opens the sheet of shortcuts with ? on every screen, unless shortcuts are off", async () => {
    const sheet = page.getByRole("dialog", { name: "Keyboard shortcuts" });
    await open();
    for (const name of ["Library", "Compare", "Create"]) {
      await link(name).click();
      await expect.element(page.getByRole("main")).toHaveFocus();
      await userEvent.keyboard("?");
      await expect.element(sheet).toBeVisible();
      await userEvent.keyboard("{Escape}");
      await expect.element(sheet).not.toBeInTheDocument();
    }
    await page.getByRole("textbox", { name: "Prompt", exact: true }).click();
    await userEvent.keyboard("?");
    await expect
      .element(page.getByRole("textbox", { name: "Prompt", exact: true }))
      .toHaveValue("?");
    preferences.set({ areShortcutsOn: false });
    await link("Create").click();
    await userEvent.keyboard("?");
    await expect.element(sheet).not.toBeInTheDocument();
    preferences.set({ areShortcutsOn: true });
  });

  it("shows a note while the browser is offline", async () => {
    const isOnline = vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
    await open();
    await expect.element(page.getByText(/You're offline/)).toBeVisible();
    isOnline.mockReturnValue(true);
    window.dispatchEvent(new Event("online"));
    await expect.element(page.getByText(/You're offline/)).not.toBeInTheDocument();
    await expect.element(page.getByText("You're back online.")).toBeInTheDocument();
  });

  it("offers keyboard users a link to skip to the content", async () => {
    await open();
    await userEvent.tab();
    await expect.element(link("Skip to content")).toHaveFocus();
    await expect.element(link("Skip to content")).toBeVisible();
  });

  it("contains an error within its screen and offers to try again", async () => {
    usageFault = new Error("broken on purpose");
    await open("/usage");
    await expect.element(page.getByRole("alert")).toHaveTextContent(/This screen stopped working/);
    usageFault = null;
    await page.getByRole("button", { name: "Try again" }).click();
    await expect.element(page.getByText("Usage is well")).toBeVisible();
    await link("Create").click();
    await expect.element(page.getByRole("textbox", { name: "Prompt", exact: true })).toBeVisible();
  });

  it("upgrade: a new version is deployed and the open page requests a removed chunk → a message with a reload button", async () => {
    usageFault = new TypeError("Failed to fetch dynamically imported module: /assets/usage.js");
    await open("/usage");
    await expect.element(page.getByRole("alert")).toHaveTextContent(/couldn't be loaded/);
    await expect.element(page.getByRole("button", { name: "Reload" })).toBeVisible();
    expect(page.getByRole("button", { name: "Try again" }).query()).toBeNull();
  });

  it.each([1440, 1024, 375, 320])("fits into %i px", async (width) => {
    await page.viewport(width, 800);
    await open();
    await expect.element(page.getByText("Simulator", { exact: true })).toBeVisible();
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
    await page.viewport(1280, 800);
  });

  it.each(["light", "dark"] as const)("has no axe violations when it is %s", async (theme) => {
    preferences.set({ theme });
    await open();
    await expect.element(page.getByText("Simulator", { exact: true })).toBeVisible();
    const { violations } = await axe.run(document.body);
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });
});
