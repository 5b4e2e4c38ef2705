import { expect, test } from "vitest";
import { excerpt } from "./excerpt.ts";

test("a short text stays, on one line", () => {
  expect(excerpt("  A lighthouse\n at dusk ")).toBe("A lighthouse at dusk");
});

test("a long one is cut between characters, and says so", () => {
  expect(excerpt("🌊🌊🌊🌊", 3)).toBe("🌊🌊…");
  expect(excerpt("🌊🌊🌊", 3)).toBe("🌊🌊🌊");
});
