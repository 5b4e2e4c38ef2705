import fc from "fast-check";
import { expect, test } from "vitest";
import { countUnsendable, cutText, removeUnsendable } from "./text.ts";

const anyText = fc.string({ unit: "binary" });

test.for([
  ["a lone surrogate", "A fox \uD83E in snow", 1, "A fox  in snow"],
  ["the other half", "\uDD8A A fox", 1, " A fox"],
  ["halves in the wrong order", "\uDD8A\uD83E", 2, ""],
  ["NUL", "A fox\u0000", 1, "A fox"],
  ["escape and delete", "\u001B[1mfox\u007F", 2, "[1mfox"],
  ["a line break of a word processor", "fox\u000Bsnow", 1, "fox\nsnow"],
] as const)("removes %s, which cannot be sent", ([, text, count, cleaned]) => {
  expect(countUnsendable(text)).toBe(count);
  expect(removeUnsendable(text)).toBe(cleaned);
});

test.each(["A fox 🦊 in\tsnow\r\nat dawn", "👨‍👩‍👧 🇯🇵 é \u200F", "\uFFFD\uFFFE"])(
  "accepts %j",
  (text) => {
    expect(countUnsendable(text)).toBe(0);
  },
);

test("keeps all other characters when it removes unsendable ones", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const cleaned = removeUnsendable(text);
      expect(countUnsendable(cleaned)).toBe(0);
      expect(new TextDecoder().decode(new TextEncoder().encode(cleaned))).toBe(cleaned);
      if (countUnsendable(text) === 0) expect(cleaned).toBe(text.replaceAll("\r\n", "\n"));
    }),
  );
});

test("does not cut a text that is short enough, even if it ends in half a surrogate pair", () => {
  expect(cutText("fox \uD83E", 5)).toBe("fox \uD83E");
  expect(cutText("fox 🦊", 5)).toBe("fox ");
  expect(cutText("fox 🦊", 6)).toBe("fox 🦊");
});

test("never splits a surrogate pair", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.nat(20), (text, length) => {
      const cut = cutText(text, length);
      expect(text.startsWith(cut)).toBe(true);
      expect(cut.length).toBeGreaterThanOrEqual(Math.min(text.length, length) - 1);
      expect(countUnsendable(cut)).toBe(0);
    }),
  );
});
