/** Checks a rendered component with axe. */
import axe, { type RunOptions } from "axe-core";
import { expect } from "vitest";

/** The rules whose result depends on the theme: it changes colours only. */
const COLOR_RULES: RunOptions = {
  runOnly: { type: "rule", values: ["color-contrast", "link-in-text-block"] },
};

/**
 * Fails with the names of the rules that are broken, in either theme. Styles have to be loaded for contrast to mean
 * anything.
 */
export async function expectAccessible(element: Element): Promise<void> {
  const { dataset } = document.documentElement;
  for (const [theme, rules] of [
    ["light", {}],
    ["dark", COLOR_RULES],
  ] as const) {
    dataset.theme = theme;
    // Colours in the middle of a theme transition have no meaningful contrast.
    for (const animation of document.getAnimations()) {
      if (animation instanceof CSSTransition) animation.finish();
    }
    const { violations } = await axe.run(element, { resultTypes: ["violations"], ...rules });
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""}`);
    expect(found, `in the ${theme} theme`).toEqual([]);
  }
  delete dataset.theme;
}
