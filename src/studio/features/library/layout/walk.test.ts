import { describe, expect, test } from "vitest";
import { aCompletedEntry, NOON } from "#studio/testing/fixtures.ts";
import { layOutClips } from "./clip-layout.ts";
import { walk } from "./walk.ts";

const entry = (id: string, aspect_ratio: "16:9" | "9:16" | "1:1" = "16:9") =>
  aCompletedEntry({ id, request: { prompt: "A fox", aspect_ratio } });
const heading = { unit: "day", at: NOON } as const;

/** Two days: a b c d in a row, then e; f g on the other day. */
const layout = layOutClips(
  [
    { heading, entries: ["a", "b", "c", "d", "e"].map((id) => entry(id)) },
    { heading, entries: ["f", "g"].map((id) => entry(id)) },
  ],
  "grid",
  1392,
);
const step = (from: string, key: string, more: { isWide?: boolean; pageHeight?: number } = {}) =>
  walk(layout, from, { key, isWide: false, pageHeight: 500, ...more });

test("the rows are as the tests below expect them", () => {
  const rows = layout.rows.map((row) =>
    row.kind === "heading" ? "-" : row.entries.map(({ id }) => id).join(""),
  );
  expect(rows).toEqual(["-", "abcd", "e", "-", "fg"]);
});

test.each([
  ["a", "ArrowRight", "b"],
  ["d", "ArrowRight", "e"],
  ["e", "ArrowRight", "f"],
  ["g", "ArrowRight", null],
  ["f", "ArrowLeft", "e"],
  ["e", "ArrowLeft", "d"],
  ["a", "ArrowLeft", null],
  ["a", "ArrowDown", "e"],
  ["d", "ArrowDown", "e"],
  ["e", "ArrowDown", "f"],
  ["g", "ArrowUp", "e"],
  ["e", "ArrowUp", "a"],
  ["a", "ArrowUp", null],
  ["g", "ArrowDown", null],
  ["c", "Home", "a"],
  ["b", "End", "d"],
  ["a", "x", null],
  ["nobody", "ArrowRight", null],
])("from %s, %s leads to %s", (from, key, to) => {
  expect(step(from, key)).toBe(to);
});

test("goes to the clip above or below the centre of this one", () => {
  const tall = layOutClips(
    [
      { heading, entries: ["a", "b", "c", "d"].map((id) => entry(id)) },
      { heading, entries: ["e", "f", "g", "h"].map((id) => entry(id, "9:16")) },
    ],
    "grid",
    1392,
  );
  const from = (id: string, key: string) => walk(tall, id, { key, isWide: false, pageHeight: 1 });
  expect(from("a", "ArrowDown")).toBe("f");
  expect(from("d", "ArrowDown")).toBe("h");
  expect(from("h", "ArrowUp")).toBe("b");
});

describe("with Control", () => {
  test("Home and End lead to the first and the last clip", () => {
    expect(step("e", "Home", { isWide: true })).toBe("a");
    expect(step("b", "End", { isWide: true })).toBe("g");
  });
});

test("the page keys go as far as the window is high, and stop at the ends", () => {
  expect(step("a", "PageDown", { pageHeight: 200 })).toBe("e");
  expect(step("a", "PageDown", { pageHeight: 9000 })).toBe("f");
  expect(step("g", "PageUp", { pageHeight: 9000 })).toBe("b");
  expect(step("f", "PageUp", { pageHeight: 300 })).toBe("e");
});
