import { expect, test } from "vitest";
import {
  BUSINESS_CODES,
  businessCode,
  createOutcomeOf,
  meaningOfHttp,
  type RefusalMeaning,
} from "./business-codes.ts";

const MEANINGS: Readonly<Record<string, RefusalMeaning>> = {
  ...Object.fromEntries(["1000", "1001", "1002", "1003", "1004"].map((code) => [code, "key"])),
  ...Object.fromEntries(["1100", "1101", "1102"].map((code) => [code, "balance"])),
  "1103": "permission",
  "1200": "parameters",
  "1201": "parameters",
  "1202": "resource",
  "1203": "resource",
  "1300": "prompt",
  "1301": "prompt",
  "1302": "pace",
  "1303": "slots",
  "1304": "caller-address",
  ...Object.fromEntries(["5000", "5001", "5002"].map((code) => [code, "trouble"])),
};

test("lists every known code once, with its meaning", () => {
  const found = BUSINESS_CODES.map(({ code, meaning }) => [code, meaning] as const);
  expect(Object.fromEntries(found)).toEqual(MEANINGS);
  expect(found).toHaveLength(Object.keys(MEANINGS).length);
});

test("every code has a description of its own", () => {
  const descriptions = BUSINESS_CODES.map(({ description }) => description);
  expect(descriptions.every((text) => /\w+ \w+/.test(text))).toBe(true);
  expect(new Set(descriptions).size).toBe(BUSINESS_CODES.length);
});

test("leaves the outcome of a create unknown for 5000 to 5002 only", () => {
  const unknown = BUSINESS_CODES.filter(({ meaning }) => createOutcomeOf(meaning) === "unknown");
  expect(unknown.map(({ code }) => code)).toEqual(["5000", "5001", "5002"]);
});

test("does not take an HTTP status or a task's error code for a business code", () => {
  for (const code of ["200", "401", "429", "002014097", "01301", "", null, undefined]) {
    expect(businessCode(code)).toBeUndefined();
  }
});

test.each<[number, RefusalMeaning]>([
  [400, "parameters"],
  [422, "parameters"],
  [401, "key"],
  [402, "balance"],
  [403, "permission"],
  [404, "resource"],
  [409, "duplicate"],
  [429, "pace"],
  [408, "trouble"],
  [500, "trouble"],
  [503, "trouble"],
  [522, "trouble"],
  [Number.NaN, "trouble"],
])("maps HTTP %d without a business code to %s", (status, meaning) => {
  expect(meaningOfHttp(status)).toBe(meaning);
});
