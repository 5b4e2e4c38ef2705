import { describe, expect, test } from "vitest";
import { spokenLines, withoutSpeech } from "./spoken-lines.ts";

describe("a spoken line", () => {
  test.each([
    'A stall. "Come closer"',
    "A stall. “Come closer”",
    "A stall. 「Come closer」",
    "A stall. 『Come closer』",
    'A stall. " Come closer "',
  ])("is any quoted text: %s", (prompt) => {
    expect(spokenLines(prompt)).toEqual([{ label: "", tone: "", text: "Come closer", place: 1 }]);
    expect(withoutSpeech(prompt)).toBe("A stall. ");
  });

  test.each([
    '[Woman, low, raspy]: "Come"',
    '[ Woman , low , raspy ] : "Come"',
    '[Woman，low，raspy]："Come"',
    '[Woman, low, raspy] "Come"',
    '[Woman, low, raspy]"Come"',
  ])("may have a speaker and a tone: %s", (prompt) => {
    expect(spokenLines(prompt)).toEqual([
      { label: "Woman", tone: "low raspy", text: "Come", place: 0 },
    ]);
    expect(withoutSpeech(prompt)).toBe("");
  });

  test.each([
    ["nothing in quotation marks", "A stall. Come closer"],
    ["an unfinished quotation", 'A stall. "Come closer'],
    ["a quotation over two lines", 'A stall. "Come\ncloser"'],
    ["only punctuation", 'A stall. "?!"'],
    ["more than 400 characters", `A stall. "${"a".repeat(401)}"`],
  ])("is not %s", (_, prompt) => {
    expect(spokenLines(prompt)).toEqual([]);
    expect(withoutSpeech(prompt)).toBe(prompt);
  });

  test("may be a digit, and as long as 400 characters", () => {
    expect(spokenLines('"7"')).toMatchObject([{ text: "7" }]);
    expect(spokenLines(`"${"a".repeat(400)}"`)).toHaveLength(1);
  });

  test.each([
    "A sign reads",
    "A sign that read",
    "A board reading:",
    "A book titled",
    "A ship called",
    "A shop named",
    "A jar labelled",
    "A jar labeled",
    "A neon sign",
    "A caption,",
    "A logo",
    "The word",
    "The words -",
    "A SIGN READS",
  ])("is not what is written somewhere: %s", (start) => {
    expect(spokenLines(`${start} "OPEN"`)).toEqual([]);
  });

  test("is one after a written text, far from its words, or with a speaker", () => {
    expect(spokenLines('A sign, and a man in a long grey coat who shouts "come"')).toHaveLength(1);
    expect(spokenLines('A sign reads [Man]: "come"')).toHaveLength(1);
    expect(spokenLines('A sign reads "OPEN". "Come"')).toMatchObject([{ text: "Come" }]);
  });

  test("has a place in the rest of the prompt", () => {
    const places = spokenLines('"one"12345"two"12345"three"').map(({ place }) => place);
    expect(places).toEqual([0, 0.5, 1]);
    expect(spokenLines('"only"')[0]?.place).toBe(0);
  });
});

test("the rest of a prompt keeps its order", () => {
  expect(withoutSpeech('a "b" c [D]: "e" f')).toBe("a  c  f");
});
