import { expect, it } from "vitest";
import { isSameSecret } from "./same-secret.ts";

it.each([
  ["abc", "abc", true],
  ["", "", true],
  ["abc", "abd", false],
  ["abc", "abcd", false],
  ["abc", "", false],
  ["é", "é", true],
  ["é", "e", false],
])("%j and %j: %s", async (one, other, isSame) => {
  expect(await isSameSecret(one, other)).toBe(isSame);
});
