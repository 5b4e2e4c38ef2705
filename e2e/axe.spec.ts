/** Every screen, in both themes and three widths: axe finds nothing, and nothing has to be scrolled sideways. */
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { compose, generateButton, playedClip } from "./compose.ts";
import { expect, test } from "./fixtures.ts";

const SCREENS = ["/", "/library", "/compare", "/usage", "/nowhere"];
const WIDTHS = [320, 375, 1024, 1440];

async function expectNoViolations(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
    .analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`),
  ).toEqual([]);
}

async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, "the page is wider than its window").toBeLessThanOrEqual(0);
}

for (const theme of ["light", "dark"] as const) {
  test.describe(`${theme} theme`, () => {
    test.use({ colorScheme: theme });

    for (const screen of SCREENS) {
      test(`${screen} on the first visit`, async ({ page }) => {
        for (const width of WIDTHS) {
          await page.setViewportSize({ width, height: 800 });
          await page.goto(screen);
          await expect(page.getByRole("heading", { level: 1 })).toBeAttached();
          await expectNoViolations(page);
          await expectNoSidewaysScroll(page);
        }
      });
    }

    test("every screen with a finished, a failed and a waiting generation", async ({ page }) => {
      await page.goto("/");
      await compose(page, { prompt: "A forest in the mist" });
      await generateButton(page).click();
      await playedClip(page);
      const finished = page.url();
      await compose(page, { prompt: "A forest [[fail 002014097]]" });
      await generateButton(page).click();
      await expect(page.getByText("002014097").first()).toBeVisible();
      const failed = page.url();
      await compose(page, { prompt: "A forest [[never ends]]" });
      await generateButton(page).click();
      await expect(page.getByText("in_progress").first()).toBeVisible();
      const waiting = page.url();

      for (const width of [375, 1024, 1440]) {
        await page.setViewportSize({ width, height: 800 });
        for (const url of [finished, failed, waiting, "/library", "/usage", "/compare"]) {
          await page.goto(url);
          await expect(page.getByRole("heading", { level: 1 })).toBeAttached();
          await expectNoViolations(page);
          await expectNoSidewaysScroll(page);
        }
      }
    });
  });
}
