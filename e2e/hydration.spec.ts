/** The prerendered page coming to life: nothing is thrown away, nothing jumps, and the console stays silent. */
import type { Page } from "@playwright/test";
import { compose, generate, generateButton, promptBox } from "./support/compose.ts";
import { expect, test } from "./support/fixtures.ts";

/** The server's answers are on the screen, which nothing but a living page puts there. */
async function expectAlive(page: Page): Promise<void> {
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

    test("every screen comes to life without a word on the console", async ({ page }) => {
      for (const path of [
        "/",
        "/library",
        "/compare",
        "/usage",
        "/generations/unknown",
        "/nowhere",
      ]) {
        await page.goto(path);
        await expectAlive(page);
      }
      await page.goto("/");
      await compose(page, { prompt: "A draft", mode: "Pro", sound: true, ratio: "1:1" });
      await page.reload();
      await expectAlive(page);
      await expect(promptBox(page)).toHaveValue("A draft");
      const entry = await generate(page, { prompt: "A quiet lake [[fail 002014095]]" });
      await expect(page.getByText("002014095").first()).toBeVisible();
      for (const path of ["/", "/library", "/compare", "/usage", entry]) {
        await page.goto(path);
        await expectAlive(page);
      }
    });
  });
}

test("what is typed, chosen and pressed before the script comes is kept, and sends nothing", async ({
  page,
}) => {
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
  await expectAlive(page);
  await expect(promptBox(page)).toBeFocused();
  await page.keyboard.type(" at dusk [[fail 002014095]]");
  await expect(promptBox(page)).toHaveValue("A lake at dusk [[fail 002014095]]");
  await expect(page.getByRole("radio", { name: "Pro", exact: true })).toBeChecked();
  await expect(page.getByRole("switch", { name: "Watermark" })).toBeChecked();
  await expect(page.getByRole("switch", { name: "Sound" })).toBeEnabled();
  expect(creates).toEqual([]);
  await generateButton(page).click();
  await expect(page.getByText("002014095").first()).toBeVisible();
  expect(creates).toHaveLength(1);
});
