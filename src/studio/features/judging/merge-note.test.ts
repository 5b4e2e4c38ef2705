import fc from "fast-check";
import { expect, test } from "vitest";
import { mergeNote } from "./merge-note.ts";

/** Types texts one after the other over what was seen, onto what is kept. */
function type(kept: string, texts: readonly string[], first = ""): string {
  let seen = first;
  let note = kept;
  for (const typed of texts) {
    note = mergeNote(note, { seen, typed });
    seen = typed;
  }
  return note;
}

test("a note that was seen is changed as it is typed", () => {
  expect(type("Soft light", ["Soft light, ", "Soft light, warm"], "Soft light")).toBe(
    "Soft light, warm",
  );
  expect(type("Soft light", [""], "Soft light")).toBe("");
});

test("a note that was not seen stays, with what was typed below it", () => {
  expect(type("Soft light", ["W", "Wa", "Warm"])).toBe("Soft light\nWarm");
  expect(type("Soft light", ["W", "Wa", "W", ""])).toBe("Soft light");
});

const texts = fc.array(fc.string({ minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 8 });
const kept = fc.string({ minLength: 1, maxLength: 30 });

test("nothing that was kept is ever lost to typing that did not see it", () => {
  fc.assert(
    fc.property(kept, texts, (note, typed) => {
      expect(type(note, typed).startsWith(note)).toBe(true);
    }),
  );
});

test("what was typed last is there in the end", () => {
  fc.assert(
    fc.property(kept, texts, (note, typed) => {
      expect(type(note, typed)).toContain(typed.at(-1));
    }),
  );
});
