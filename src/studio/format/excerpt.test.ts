import { expect, test } from "vitest";
import { excerpt } from "./excerpt.ts";

test("keeps a short text on one line", () => {
  expect(excerpt("  A lighthouse\n at dusk ")).toBe("A lighthouse at dusk");
});

test("keeps 60 characters unless told otherwise", () => {
  expect(excerpt("x".repeat(60))).toBe("x".repeat(60));
  expect(excerpt("x".repeat(61))).toBe(`${"x".repeat(59)}…`);
});

test("cuts a long text between characters with an ellipsis", () => {
  expect(excerpt("🌊🌊🌊🌊", 3)).toBe("🌊🌊…");
  expect(excerpt("🌊🌊🌊", 3)).toBe("🌊🌊🌊");
});
