import { expect, test } from "vitest";
import { foldText } from "./fold-text.ts";

test.each([
  ["A FOX", "a fox"],
  ["Café crème", "cafe creme"],
  ["Cafe\u0301", "cafe"],
  ["Straße", "strasse"],
  ["Ærø", "aero"],
  ["Łódź", "lodz"],
  ["İSTANBUL ılık", "istanbul ilik"],
  ["Một người đánh cá", "mot nguoi danh ca"],
  ["ＦＯＸ １２", "fox 12"],
  ["ｶﾞｷﾞ", "ガギ"],
  ["ΟΔΟΣ οδός", "οδοσ οδοσ"],
  ["Маяк ЁЛКА", "маяк елка"],
  ["سَفِينَة", "سفينة"],
  ["ﬁlm", "film"],
])("folds %s to %s", (text, folded) => {
  expect(foldText(text)).toBe(folded);
});

test.each([
  ["か", "が"],
  ["ハ", "パ"],
  ["कि", "का"],
  ["한", "하"],
])("keeps %s and %s apart", (one, other) => {
  expect(foldText(one)).not.toBe(foldText(other));
});

test("folds the same text in both compositions to the same", () => {
  for (const text of ["がぎぐ", "한옥", "Việt", "Å"])
    expect(foldText(text.normalize("NFD"))).toBe(foldText(text.normalize("NFC")));
});
