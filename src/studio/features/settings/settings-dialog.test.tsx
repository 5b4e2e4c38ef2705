import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { HttpResponse, http } from "msw";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import type { ProblemCode } from "#contract/problem.ts";
import { preferences } from "#studio/preferences/preferences.ts";
import { DEFAULT_PREFERENCES } from "#studio/preferences/preferences-schema.ts";
import { expectAccessible } from "#studio/testing/axe.ts";
import { aProblem, LIVE_CONFIG } from "#studio/testing/fixtures.ts";
import { mockServer, problemResponse } from "#studio/testing/kirin-mock.ts";
import { SettingsDialog } from "./settings-dialog.tsx";
import "#studio/app/tokens.css";

vi.mock(import("#studio/storage/library/studio-library.ts"), async () => {
  const { MemoryDisk } = await import("#studio/testing/memory-library.ts");
  return { studioLibrary: new MemoryDisk().open() };
});

const server = mockServer();

beforeEach(() => {
  localStorage.clear();
  preferences.set(DEFAULT_PREFERENCES);
  server.use(http.get("/api/config", () => HttpResponse.json(LIVE_CONFIG)));
});

afterEach(async () => {
  vi.unstubAllGlobals();
  preferences.set(DEFAULT_PREFERENCES);
  await page.viewport(1280, 800);
});

async function open(isChecking = false) {
  const handlers = { onClose: vi.fn(), onShowShortcuts: vi.fn(), onKeyAccepted: vi.fn() };
  const screen = await render(
    <QueryClientProvider client={new QueryClient()}>
      <SettingsDialog {...handlers} isChecking={isChecking} />
    </QueryClientProvider>,
  );
  await expect.element(page.getByText("Connected to Kirin")).toBeVisible();
  return { ...handlers, dialog: screen.getByRole("dialog", { name: "Settings" }) };
}

const toggle = (name: string) => page.getByRole("switch", { name, exact: true });
const radio = (name: string) => page.getByRole("radio", { name, exact: true });

describe("the settings dialog", () => {
  it("has no axe violations in either theme", async () => {
    preferences.set({ askAbove: { amount: "1.00", unit: "USD" } });
    const { dialog } = await open();
    await expectAccessible(dialog.element());
  });

  it.each([1280, 375, 320])("fits into %i px", async (width) => {
    await page.viewport(width, 700);
    const { dialog } = await open();
    const { scrollWidth, clientWidth } = dialog.element();
    expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
  });

  it("changes preferences at once", async () => {
    await open();
    await radio("Dark").click();
    await toggle("Play clips automatically").click();
    await toggle("Loop clips").click();
    await toggle("Single-key shortcuts").click();
    expect(preferences.getState()).toMatchObject({
      theme: "dark",
      isAutoplaying: false,
      isLooping: false,
      areShortcutsOn: false,
    });
  });

  it("changes what an empty form starts with, and offers sound with Pro only", async () => {
    await open();
    await expect.element(toggle("Sound")).toBeDisabled();
    await radio("Pro").click();
    await toggle("Sound").click();
    await radio("9:16").click();
    await radio("10 seconds").click();
    await toggle("Watermark").click();
    expect(preferences.getState().formDefaults).toEqual({
      mode: "pro",
      sound: true,
      aspect_ratio: "9:16",
      duration: "10",
      watermark: true,
    });
    await radio("Standard").click();
    await expect.element(toggle("Sound")).not.toBeChecked();
  });

  it("closes, and leads to the sheet of shortcuts", async () => {
    const { onClose, onShowShortcuts } = await open();
    await page.getByRole("button", { name: "Show all shortcuts" }).click();
    expect(onShowShortcuts).toHaveBeenCalledOnce();
    await userEvent.keyboard("{Escape}");
    expect(onClose).toHaveBeenCalledOnce();
  });
});

describe("the amount to ask before spending", () => {
  const amount = page.getByRole("textbox", { name: "Amount in USD" });

  it("is off until it is switched on, and is kept as a decimal string", async () => {
    await open();
    await expect.element(amount).not.toBeInTheDocument();
    await toggle("Ask before spending").click();
    expect(preferences.getState().askAbove).toEqual({ amount: "1.00", unit: "USD" });
    await amount.fill("2,50");
    expect(preferences.getState().askAbove).toEqual({ amount: "2.50", unit: "USD" });
    await toggle("Ask before spending").click();
    expect(preferences.getState().askAbove).toBeNull();
  });

  it("has the unit of the latest price", async () => {
    const at = "2026-01-01T00:00:00.000Z";
    localStorage.setItem(
      "kirin-studio.quotes",
      JSON.stringify([{ settings: "quote std", cost: "35", currency: "credits", at }]),
    );
    await open();
    await toggle("Ask before spending").click();
    expect(preferences.getState().askAbove?.unit).toBe("credit");
  });

  it.each(["", "free", "-1", "1,250"])(
    "keeps the last valid amount while “%s” is typed",
    async (text) => {
      preferences.set({ askAbove: { amount: "3", unit: "USD" } });
      await open();
      await amount.fill(text);
      await expect.element(amount).toHaveAttribute("aria-invalid", "true");
      await expect.element(page.getByText(/^Enter an amount/)).toBeVisible();
      expect(preferences.getState().askAbove?.amount).toBe("3");
    },
  );
});

describe("notifications", () => {
  it("are asked for by a button, then switched", async () => {
    const requestPermission = vi.fn(async () => "granted" as const);
    vi.stubGlobal("Notification", { permission: "default", requestPermission });
    await open();
    expect(requestPermission).not.toHaveBeenCalled();
    await page.getByRole("button", { name: "Allow notifications" }).click();
    const notify = toggle("Notify me when a clip is done or fails");
    await expect.element(notify).toBeChecked();
    await notify.click();
    expect(preferences.getState().areNotificationsOn).toBe(false);
  });

  it("say where they can be allowed if the browser blocks them", async () => {
    vi.stubGlobal("Notification", { permission: "denied" });
    await open();
    await expect.element(page.getByText(/browser's site settings/)).toBeVisible();
  });
});

describe("storage", () => {
  const stub = (isKept: boolean, answer: boolean) => {
    let isNowKept = isKept;
    vi.spyOn(navigator.storage, "estimate").mockResolvedValue({ usage: 2.5e9, quota: 60e9 });
    vi.spyOn(navigator.storage, "persisted").mockImplementation(async () => isNowKept);
    return vi.spyOn(navigator.storage, "persist").mockImplementation(async () => {
      isNowKept = answer;
      return answer;
    });
  };

  it("shows the space used, and asks the browser to keep the library", async () => {
    const persist = stub(false, true);
    await open();
    await expect.element(page.getByText("2.5 GB used of about 60.0 GB")).toBeVisible();
    await page.getByRole("button", { name: "Keep my clips" }).click();
    await expect.element(page.getByText(/keeps your library/)).toBeVisible();
    expect(persist).toHaveBeenCalledOnce();
  });

  it("storage: the browser declines to keep the library → says so and what to do", async () => {
    stub(false, false);
    await open();
    await page.getByRole("button", { name: "Keep my clips" }).click();
    await expect.element(page.getByText(/Download the clips you can't lose/)).toBeVisible();
  });
});

describe("the check of the connection", () => {
  const kirinSays = (code: ProblemCode, status: number) =>
    server.use(
      http.get("/api/generations/connection-check", () =>
        problemResponse(aProblem(code, { status })),
      ),
    );

  it("starts by itself where the dialog was opened for it, and reports a key that works", async () => {
    kirinSays("task-not-found", 404);
    const { onKeyAccepted } = await open(true);
    await expect.element(page.getByText(/accepts the API key\. Nothing was charged/)).toBeVisible();
    expect(onKeyAccepted).toHaveBeenCalledOnce();
    await expect.element(page.getByRole("button", { name: "Check now" })).toHaveFocus();
  });

  it.each([
    ["upstream-unauthorized", 401, /still refuses the API key/],
    ["upstream-forbidden", 403, /doesn't permit this/],
    ["upstream-unreachable", 502, /couldn't connect to Kirin/],
    ["upstream-unreadable", 502, /not with a reply that says/],
  ] as const)(
    "submit: Kirin doesn't accept the key at a check → the settings say why (%s)",
    async (code, status, text) => {
      kirinSays(code, status);
      const { onKeyAccepted } = await open();
      await page.getByRole("button", { name: "Check now" }).click();
      await expect.element(page.getByText(text)).toBeVisible();
      expect(onKeyAccepted).not.toHaveBeenCalled();
    },
  );

  it("submit: the server has no key at a check → the settings say so", async () => {
    await open();
    server.use(http.get("/api/config", () => HttpResponse.json({ ...LIVE_CONFIG, hasKey: false })));
    await page.getByRole("button", { name: "Check now" }).click();
    await expect.element(page.getByText(/still has no API key/)).toBeVisible();
  });

  it("proxy: the server can't be reached at a check → the settings say so", async () => {
    await open();
    server.use(http.get("/api/config", () => HttpResponse.error()));
    await page.getByRole("button", { name: "Check now" }).click();
    await expect.element(page.getByText("Couldn't reach the studio server.")).toBeVisible();
  });
});
