import fc from "fast-check";
import { expect, test } from "vitest";
import { promptBackground } from "./prompt-background.ts";

const BACKGROUND =
  /^linear-gradient\(\d+deg, oklch\(0\.42 0\.09 \d+\), oklch\(0\.26 0\.07 \d+\)\)$/;

test("derives the hues from words in the prompt", () => {
  expect(promptBackground("waves under a sunset")).toMatch(/0\.09 225\).* 45\)/);
  expect(promptBackground("a forest")).toContain("0.09 145)");
});

test("gives every prompt colours, always the same ones", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (prompt) => {
      expect(promptBackground(prompt)).toMatch(BACKGROUND);
      expect(promptBackground(prompt)).toBe(promptBackground(prompt));
    }),
  );
});
