/** What every state of every screen has to be: without a finding of axe, and no wider than its window. */
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const WIDTHS = [375, 1024, 320, 1440];
// Axe looks long, and at the widths between them it sees nothing that it does not see at one of these.
const AXE_WIDTHS = [320, 1440];
const THEMES = ["light", "dark"] as const;
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Looks at the page as it stands, at every width and in both themes: to come to a state takes longer than to look at it. */
export async function expectWell(page: Page): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow, `at ${width} px the page is wider than its window`).toBeLessThanOrEqual(0);
    if (!AXE_WIDTHS.includes(width)) continue;
    for (const colorScheme of THEMES) {
      await page.emulateMedia({ colorScheme });
      expect(await axeFindings(page), `at ${width} px, ${colorScheme}`).toEqual([]);
    }
  }
}

async function axeFindings(page: Page): Promise<string[]> {
  // A colour on its way from one theme to the other is neither.
  await page.evaluate(() => {
    for (const way of document.getAnimations()) if (way instanceof CSSTransition) way.finish();
  });
  // One page without frames needs no second page to put its results together in, nor a list of all that is well.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ["violations"] })
    .withTags(TAGS)
    .analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
}
