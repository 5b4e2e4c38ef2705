import { expect, test } from "vitest";
import { selectionHref, takesHref } from "#studio/domain/paths.ts";
import { aCompletedEntry } from "#studio/testing/fixtures.ts";
import { chosenTakes } from "./chosen-takes.ts";

const entry = (id: string, mode: "std" | "pro", pairId: string | null = null) =>
  aCompletedEntry({ id, pairId, request: { prompt: id, mode } });
const entries = [
  entry("a", "std"),
  entry("b", "pro"),
  entry("c", "std"),
  entry("d", "pro", "press"),
];
const shown = (href: string) => {
  const { id, takes } = chosenTakes(new URL(href, "http://studio").search, entries);
  return { id, takes: takes.map((take) => `${take.entry.id} ${take.mode} ${take.number}`) };
};

test("shows the takes of a press", () => {
  expect(shown(takesHref("press"))).toEqual({ id: "press", takes: ["d pro 1"] });
});

test("shows chosen clips in the order of the choice, numbered by mode", () => {
  expect(shown(selectionHref(["c", "b", "a", "gone", "c"]))).toEqual({
    id: "a b c gone",
    takes: ["c std 1", "b pro 1", "a std 2"],
  });
});

test("the same clips in another order are the same selection", () => {
  expect(shown(selectionHref(["a", "b"])).id).toBe(shown(selectionHref(["b", "a"])).id);
});

test("shows eight clips at most", () => {
  const many = Array.from({ length: 12 }, (_, index) => entry(`${index}`, "std"));
  const { search } = new URL(selectionHref(many.map(({ id }) => id)), "http://studio");
  expect(chosenTakes(search, many).takes).toHaveLength(8);
});

test("shows nothing without a choice", () => {
  expect(shown("/compare/takes")).toEqual({ id: "", takes: [] });
});
