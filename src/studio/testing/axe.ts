/** Checks a rendered component with axe. */
import axe from "axe-core";
import { expect } from "vitest";

/** Fails with the names of the rules that are broken. Styles have to be loaded for contrast to mean anything. */
export async function expectAccessible(element: Element): Promise<void> {
  const { violations } = await axe.run(element, { resultTypes: ["violations"] });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""}`)).toEqual([]);
}
