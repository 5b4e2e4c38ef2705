/**
 * Hydration of the prerendered page: nothing is re-rendered from scratch, nothing shifts, and the console stays empty.
 */
import type { Page } from "@playwright/test";
import { compose, failureCode, generate, generateButton, promptBox } from "./support/compose.ts";
import { expect, test } from "./support/fixtures.ts";

/** Waits for content that comes from the server, which only a hydrated page shows. */
async function expectHydrated(page: Page): Promise<void> {
  await expect(page.getByText("Simulator", { exact: true })).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toBeAttached();
}

for (const [locale, timezoneId, colorScheme] of [
  ["de-DE", "Pacific/Auckland", "dark"],
  ["zh-CN", "Asia/Shanghai", "light"],
  ["ar-EG", "America/Los_Angeles", "dark"],
] as const) {
  test.describe(`${locale}, ${timezoneId}, ${colorScheme}`, () => {
    test.use({ locale, timezoneId, colorScheme });

    test("hydrates every screen without console output", async ({ page }) => {
      for (const path of [
        "/",
        "/library",
        "/compare",
        "/usage",
        "/generations/unknown",
        "/nowhere",
      ]) {
        await page.goto(path);
        await expectHydrated(page);
      }
      await page.goto("/");
      await compose(page, { prompt: "A draft", mode: "Pro", sound: true, ratio: "1:1" });
      await page.reload();
      await expectHydrated(page);
      await expect(promptBox(page)).toHaveValue("A draft");
      const entry = await generate(page, { prompt: "A quiet lake [[fail 002014095]]" });
      await expect(failureCode(page)).toHaveText("002014095");
      for (const path of ["/", "/library", "/compare", "/usage", entry]) {
        await page.goto(path);
        await expectHydrated(page);
      }
    });
  });
}

test("keeps input made before hydration and sends nothing for it", async ({ page }) => {
  let release: (() => void) | undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/assets/*.js", async (route) => {
    await released;
    await route.continue();
  });
  const creates: string[] = [];
  page.on("request", (request) => {
    if (request.method() === "POST" && request.url().endsWith("/api/generations"))
      creates.push(request.url());
  });
  await page.goto("/", { waitUntil: "commit" });
  await promptBox(page).click();
  await page.keyboard.type("A lake");
  await page.getByRole("radio", { name: "Pro", exact: true }).check();
  await page.getByRole("switch", { name: "Watermark" }).check();
  await generateButton(page).click();
  await promptBox(page).focus();
  await page.keyboard.press("End");
  await page.keyboard.press("Control+Enter");
  expect(new URL(page.url()).search).toBe("");

  release?.();
  await expectHydrated(page);
  await expect(promptBox(page)).toBeFocused();
  await page.keyboard.type(" at dusk [[fail 002014095]]");
  await expect(promptBox(page)).toHaveValue("A lake at dusk [[fail 002014095]]");
  await expect(page.getByRole("radio", { name: "Pro", exact: true })).toBeChecked();
  await expect(page.getByRole("switch", { name: "Watermark" })).toBeChecked();
  await expect(page.getByRole("switch", { name: "Sound" })).toBeEnabled();
  expect(creates).toEqual([]);
  await generateButton(page).click();
  await expect(failureCode(page)).toHaveText("002014095");
  expect(creates).toHaveLength(1);
});
