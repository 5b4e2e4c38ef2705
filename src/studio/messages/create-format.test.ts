import { expect, test } from "vitest";
import { createFormat } from "./create-format.ts";

const english = createFormat("en");

test("groups the digits of a number", () => {
  expect(english.formatNumber(2500)).toBe("2,500");
});

test("keeps at most two decimals, or exactly as many as asked for", () => {
  expect([2, 23.976].map(english.formatNumber)).toEqual(["2", "23.98"]);
  expect(([0, 1, 2] as const).map((digits) => english.formatDecimal(2.5, digits))).toEqual([
    "3",
    "2.5",
    "2.50",
  ]);
});

test("pads a number to two digits", () => {
  expect([5, 12].map(english.formatTwoDigits)).toEqual(["05", "12"]);
});

test("chooses the plural form by the rules of the locale", () => {
  const forms = { one: "1 clip", other: (count: string) => `${count} clips` };
  expect([0, 1, 2, 1200].map((count) => english.plural(count, forms))).toEqual([
    "0 clips",
    "1 clip",
    "2 clips",
    "1,200 clips",
  ]);
  const polish = createFormat("pl");
  const categories = { one: "one", few: "few", many: "many", other: "other" };
  expect([1, 3, 5].map((count) => polish.plural(count, categories))).toEqual([
    "one",
    "few",
    "many",
  ]);
});

test("uses the form for other counts if the locale's own is missing", () => {
  expect(english.plural(1, { other: (count) => `×${count}` })).toBe("×1");
});

test("separates the items of a list", () => {
  expect(english.formatList(["Mode", "Sound", "Duration"])).toBe("Mode, Sound, Duration");
  expect(english.formatList([])).toBe("");
});

test("places the dollar sign and the decimal mark by locale, and keeps every digit", () => {
  const [whole, fraction] = ["12345678901234567890", "000000000000000000000001"];
  expect(english.formatDollars(whole, fraction)).toBe(`$${whole}.${fraction}`);
  expect(createFormat("de").formatDollars("0", "35")).toBe("0,35\u00a0$");
});
