import fc from "fast-check";
import { expect, test } from "vitest";
import { mergeNote } from "./merge-note.ts";

/** Types several texts one after another, starting from the visible note, into the saved one. */
function type(kept: string, texts: readonly string[], first = ""): string {
  let seen = first;
  let note = kept;
  for (const typed of texts) {
    note = mergeNote(note, { seen, typed });
    seen = typed;
  }
  return note;
}

test("replaces a note that was visible while typing", () => {
  expect(type("Soft light", ["Soft light, ", "Soft light, warm"], "Soft light")).toBe(
    "Soft light, warm",
  );
  expect(type("Soft light", [""], "Soft light")).toBe("");
});

test("keeps a note that wasn't visible and appends the typed text", () => {
  expect(type("Soft light", ["W", "Wa", "Warm"])).toBe("Soft light\nWarm");
  expect(type("Soft light", ["W", "Wa", "W", ""])).toBe("Soft light");
});

const texts = fc.array(fc.string({ minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 8 });
const kept = fc.string({ minLength: 1, maxLength: 30 });

test("keeps all saved text that wasn't visible while typing", () => {
  fc.assert(
    fc.property(kept, texts, (note, typed) => {
      expect(type(note, typed).startsWith(note)).toBe(true);
    }),
  );
});

test("always contains the text typed last", () => {
  fc.assert(
    fc.property(kept, texts, (note, typed) => {
      expect(type(note, typed)).toContain(typed.at(-1));
    }),
  );
});
