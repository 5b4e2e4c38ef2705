import { expect, test } from "vitest";
import { aCompletedEntry, aCompletedGeneration, NOON } from "#studio/testing/fixtures.ts";
import { aLibrary } from "#studio/testing/libraries/a-library.ts";
import { matchesTerms, prepareSearch, searchTerms } from "./search-text.ts";

const entry = aCompletedEntry({
  id: "entry-77",
  externalTaskId: "fox-in-snow",
  request: {
    prompt: "Ein Füchslein im Schnee, 夕暮れの海辺で走る少女",
    negative_prompt: "Blurry, text",
  },
  generation: aCompletedGeneration({ id: "kirin-abc" }),
});
const matches = (query: string, note = "") => matchesTerms(entry, note, searchTerms(query));

test.each([
  ["", "nothing typed"],
  ["   ", "only spaces"],
  ["fuchs", "part of a word, without its accent"],
  ["SCHNEE füchs", "all words in any order"],
  ["blurry", "the negative prompt"],
  ["海辺", "Japanese without spaces"],
  ["走る\u3000夕暮れ", "words between full-width spaces"],
  ["entry-77", "the entry's id"],
  ["fox-in-snow", "the task id of the creator"],
  ["KIRIN-ABC", "Kirin's task id"],
])("finds %j: %s", (query) => {
  expect(matches(query)).toBe(true);
});

test.each(["hund", "fuchs hund", "schneeblurry", "海 海岸"])("does not find %j", (query) => {
  expect(matches(query)).toBe(false);
});

test("finds the creator's note, together with words of the prompt", () => {
  expect(matches("Keeper schnee", "A keeper!")).toBe(true);
  expect(matches("keeper", "")).toBe(false);
});

test("finds the new text when an entry has changed", () => {
  const changed = { ...entry, request: { prompt: "A dog" } };
  expect(matchesTerms(changed, "", searchTerms("dog"))).toBe(true);
  expect(matchesTerms(changed, "", searchTerms("schnee"))).toBe(false);
});

test("prepares all entries in steps, and stops when disposed", () => {
  const entries = aLibrary({ seed: 1, count: 1000, newestAt: NOON });
  const steps: (() => void)[] = [];
  const cancelled: (() => void)[] = [];
  const dispose = prepareSearch(entries, (run) => {
    steps.push(run);
    return () => cancelled.push(run);
  });
  for (let step = 0; step < steps.length; step += 1) steps[step]?.();
  expect(steps).toHaveLength(4);
  dispose();
  expect(cancelled).toEqual([steps[3]]);
});
