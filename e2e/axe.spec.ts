/**
 * Accessibility of every screen and state in both themes and at all widths: no axe violations, no horizontal scrolling.
 */
import type { Page } from "@playwright/test";
import { expectAccessibleLayout } from "./support/accessible-layout.ts";
import { compose, generate, generateButton, playedClip, promptBox } from "./support/compose.ts";
import { expect, STILL, test } from "./support/fixtures.ts";

test.use(STILL);

const SCREENS = ["/", "/library", "/compare", "/usage", "/nowhere", "/generations/unknown"];
function region(page: Page, name: RegExp) {
  return page.getByRole("region", { name });
}

test.use({ expectedErrors: [/Failed to load resource/] });

for (const screen of SCREENS) {
  test(`${screen} is accessible on the first visit`, async ({ page }) => {
    await page.goto(screen);
    await expect(page.getByRole("heading", { level: 1 })).toBeAttached();
    await expect(page.getByText("Simulator", { exact: true })).toBeVisible();
    await expectAccessibleLayout(page);
  });
}

test("the form is accessible with everything expanded and invalid", async ({ page }) => {
  await page.goto("/");
  await compose(page, { prompt: "x".repeat(2600), mode: "Pro", sound: true });
  await page.getByText("Advanced", { exact: true }).click();
  await page.getByRole("textbox", { name: "Callback URL" }).fill("nowhere");
  await page.getByRole("textbox", { name: "Task ID" }).fill(" x");
  await generateButton(page).click();
  await expect(promptBox(page)).toHaveAttribute("aria-invalid", "true");
  await expectAccessibleLayout(page);
});

test("finished and expired clips are accessible", async ({ page }) => {
  await page.goto("/");
  await generate(page, { prompt: "A forest in the mist" });
  await playedClip(page);
  await expectAccessibleLayout(page);
  await generate(page, { prompt: "A forest [[clip expired]]" });
  await expect(page.getByText("The clip has expired", { exact: true })).toBeVisible();
  await expectAccessibleLayout(page);
});

test("failures and refusals are accessible", async ({ page }) => {
  await page.goto("/");
  await generate(page, { prompt: "A forest [[fail 002014097]]" });
  await expect(region(page, /^Failure/)).toBeVisible();
  await expectAccessibleLayout(page);
  await generate(page, { prompt: "A forest [[http 403]]" });
  await expect(region(page, /^Failure/)).toContainText("403");
  await expectAccessibleLayout(page);
});

test("rendering, untracked and unconfirmed generations are accessible", async ({
  page,
  ownServer,
}) => {
  await page.goto(ownServer.url);
  await generate(page, { prompt: "A forest [[never ends]]" });
  const waiting = region(page, /^Waiting/);
  await expect(waiting.getByText("Rendering", { exact: true })).toBeVisible();
  await expectAccessibleLayout(page);
  await page.getByRole("button", { name: "Stop tracking" }).click();
  await expect(page.getByRole("button", { name: "Resume tracking" })).toBeVisible();
  await expectAccessibleLayout(page);
  await page.route("**/api/generations/*", (route) => route.abort());
  await generate(page, { prompt: "A lake [[http 500 created]]" });
  await expect(page.getByRole("button", { name: "Check now" })).toBeVisible();
  await expectAccessibleLayout(page);
});

test("held and cancelled generations and the queue are accessible", async ({ page, ownServer }) => {
  await page.goto(ownServer.url);
  await generate(page, { prompt: "A forest [[http 402]]" });
  await expect(region(page, /^On hold/)).toContainText("Waiting for a higher balance");
  await expectAccessibleLayout(page);
  await generate(page, { prompt: "A lake [[http 1303]]" });
  await region(page, /^On hold/)
    .getByRole("button", { name: "Show queue" })
    .click();
  await expect(page.getByRole("dialog", { name: "Queue" })).toBeVisible();
  await expectAccessibleLayout(page);
  await page.getByRole("button", { name: /^Cancel: A lake/ }).click();
  await expect(region(page, /^Cancelled/)).toBeVisible();
  await page.keyboard.press("Escape");
  await expectAccessibleLayout(page);
});

test("a request that Kirin never received is accessible, and so is starting over", async ({
  page,
  ownServer,
}) => {
  await page.clock.install();
  await page.goto(ownServer.url);
  await page.route("**/api/generations", (route) => route.abort());
  await generate(page, { prompt: "A forest" });
  await expect(page.getByText("that it has no such task")).toBeVisible();
  await page.clock.fastForward("02:10");
  await expect(region(page, /^Not received/)).toBeVisible();
  await expectAccessibleLayout(page);
  await page.getByRole("button", { name: "Start over with a new ID" }).click();
  await expect(page.getByRole("alertdialog")).toBeVisible();
  await expectAccessibleLayout(page);
});

test("Library, Usage and Compare are accessible with a pair", async ({ page }) => {
  await page.goto("/");
  await compose(page, { prompt: "A forest in the snow" });
  await page.getByRole("button", { name: "Both modes", exact: true }).click();
  await page.waitForURL(/\/compare/);
  await expect(region(page, /^Waiting/).first()).toBeVisible();
  await expectAccessibleLayout(page);
  await expect(page.getByRole("region", { name: "Comparison" }).getByRole("img")).toBeVisible();
  await expectAccessibleLayout(page);
  for (const screen of ["/library", "/usage"]) {
    await page.goto(screen);
    await expect(page.getByText("A forest in the snow").first()).toBeVisible();
    await expectAccessibleLayout(page);
  }
});
