/** Checks that hold for every state of every screen: no axe violations, and no horizontal scrolling. */
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import type { RunOptions } from "axe-core";

const WIDTHS = [375, 1024, 320, 1440];
// Axe is slow, and the widths in between have the same layouts.
const AXE_WIDTHS = [320, 1440];
const THEMES = ["light", "dark"] as const;
type Rules = Pick<RunOptions, "runOnly">;
const ALL_RULES: Rules = {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
};
/** The rules whose result depends on the theme: it changes colours only. */
const COLOR_RULES: Rules = {
  runOnly: { type: "rule", values: ["color-contrast", "link-in-text-block"] },
};

/** Checks the current page at every width and in both themes. Reaching a state takes longer than checking it. */
export async function expectAccessibleLayout(page: Page): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow, `at ${width} px the page is wider than its window`).toBeLessThanOrEqual(0);
    if (!AXE_WIDTHS.includes(width)) continue;
    for (const colorScheme of THEMES) {
      await page.emulateMedia({ colorScheme });
      const findings = await axeFindings(page, colorScheme === "light" ? ALL_RULES : COLOR_RULES);
      expect(findings, `at ${width} px, ${colorScheme}`).toEqual([]);
    }
  }
}

async function axeFindings(page: Page, rules: Rules): Promise<string[]> {
  // Colours in the middle of a theme transition have no meaningful contrast.
  await page.evaluate(() => {
    for (const animation of document.getAnimations())
      if (animation instanceof CSSTransition) animation.finish();
  });
  // A page without frames needs no second page to merge results, and passed checks need no list.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ["violations"], ...rules })
    .analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
}
