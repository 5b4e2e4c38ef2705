import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DiffPiece, diffWords } from "./word-diff.ts";

function textOf(pieces: readonly DiffPiece[], side: "left" | "right"): string {
  return pieces
    .filter(({ kind }) => kind === "same" || kind === side)
    .map(({ text }) => text)
    .join("");
}

/** Short texts from few words, so that they overlap. */
const sentence = fc
  .array(fc.constantFrom("fox", "snow", "a", " ", ", ", "。", "狐", "雪", "🦊", "\n"), {
    maxLength: 30,
  })
  .map((words) => words.join(""));
const text = fc.oneof(sentence, fc.string({ unit: "grapheme" }));

describe("word diff", () => {
  it("keeps every character of both texts, without empty parts", () => {
    fc.assert(
      fc.property(text, text, (left, right) => {
        const pieces = diffWords(left, right);
        expect(textOf(pieces, "left")).toBe(left);
        expect(textOf(pieces, "right")).toBe(right);
        expect(pieces.every((piece) => piece.text !== "")).toBe(true);
      }),
    );
  });

  it("finds no difference between equal texts", () => {
    fc.assert(
      fc.property(text, (same) => {
        expect(diffWords(same, same)).toEqual(same === "" ? [] : [{ kind: "same", text: same }]);
      }),
    );
  });

  it("marks whole words together with the spaces between them", () => {
    expect(diffWords("A red fox in snow, at dusk", "A grey wolf in snow, at noon")).toEqual([
      { kind: "same", text: "A " },
      { kind: "left", text: "red fox" },
      { kind: "right", text: "grey wolf" },
      { kind: "same", text: " in snow, at " },
      { kind: "left", text: "dusk" },
      { kind: "right", text: "noon" },
    ]);
  });

  it("splits scripts without spaces into words", () => {
    const pieces = diffWords("雪の中を狐が走る", "雪の中を狼が走る");
    expect(pieces).toContainEqual({ kind: "left", text: "狐" });
    expect(pieces).toContainEqual({ kind: "right", text: "狼" });
  });

  it("keeps as many words as possible", () => {
    const words = fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 8 });
    fc.assert(
      fc.property(words, words, (left, right) => {
        // Separators keep adjacent words apart.
        const pieces = diffWords(left.join("|"), right.join("|"));
        const kept = pieces.filter(({ kind }) => kind === "same").map(({ text: run }) => run);
        const tokens = (list: readonly string[]) =>
          list.flatMap((word, i) => (i ? ["|", word] : [word]));
        expect(kept.join("").length).toBe(longestCommon(tokens(left), tokens(right)));
      }),
    );
  });
});

/** The textbook algorithm, for short lists of single letters. */
function longestCommon(left: readonly string[], right: readonly string[]): number {
  const [first, ...rest] = left;
  if (first === undefined) return 0;
  const without = longestCommon(rest, right);
  const at = right.indexOf(first);
  return at < 0 ? without : Math.max(without, 1 + longestCommon(rest, right.slice(at + 1)));
}
