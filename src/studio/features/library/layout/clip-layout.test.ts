import { describe, expect, test } from "vitest";
import { aCompletedEntry, NOON } from "#studio/testing/fixtures.ts";
import { aLibrary } from "#studio/testing/libraries/a-library.ts";
import { type ClipRow, layOutClips, ratioOf, rowsBetween } from "./clip-layout.ts";
import type { EntryGroup } from "./group-by-date.ts";

const many = aLibrary({ seed: 4, count: 3000, newestAt: NOON });
const group = (entries: EntryGroup["entries"], at = NOON): EntryGroup => ({
  heading: { unit: "day", at },
  entries,
});
const clipRows = (width: number, entries = many) =>
  layOutClips([group(entries)], "grid", width).rows.filter((row) => row.kind === "clips");
const shaped = (...shapes: ("16:9" | "9:16" | "1:1")[]) =>
  shapes.map((aspect_ratio, index) =>
    aCompletedEntry({ id: `${index}`, request: { prompt: "A fox", aspect_ratio } }),
  );
const filled = ({ widths }: ClipRow, gap: number) =>
  widths.reduce((sum, width) => sum + width, 0) + gap * (widths.length - 1);

describe.each([1392, 980, 700])("a grid that is %i px wide", (width) => {
  const rows = clipRows(width);

  test("holds every clip once, in order", () => {
    expect(rows.flatMap((row) => row.entries)).toEqual(many);
  });

  test("fills each row but the last to the pixels that rounding leaves", () => {
    for (const row of rows.slice(0, -1)) {
      expect(filled(row, 12)).toBeLessThanOrEqual(width);
      expect(filled(row, 12)).toBeGreaterThan(width - 2 * row.entries.length - 1);
    }
  });

  test("gives each clip its own ratio", () => {
    for (const row of rows) {
      row.entries.forEach((entry, index) => {
        const height = (row.widths[index] ?? 0) / ratioOf(entry);
        expect(Math.abs(height - row.pictureHeight)).toBeLessThan(3);
      });
    }
  });

  test("keeps rows near one height", () => {
    const heights = rows.map(({ pictureHeight }) => pictureHeight);
    expect(Math.min(...heights)).toBeGreaterThan(110);
    expect(Math.max(...heights)).toBeLessThan(280);
  });
});

test("does not stretch the last row of a group", () => {
  const [row] = clipRows(1392, shaped("16:9"));
  expect(row).toMatchObject({ pictureHeight: 196, widths: [348] });
});

test("puts two clips in each row of a phone", () => {
  const rows = clipRows(343, shaped("16:9", "16:9", "9:16", "16:9", "9:16"));
  expect(rows.map(({ entries }) => entries.length)).toEqual([2, 2, 1]);
  expect(rows.map(({ widths }) => widths)).toEqual([[167, 167], [80, 254], [167]]);
});

test("puts each clip in a row of its own in the list", () => {
  const { rows, height } = layOutClips([group(many)], "list", 1000);
  expect(rows).toHaveLength(1 + many.length);
  expect(height).toBe(48 + 56 * many.length);
});

test("stacks the groups with their headings, and knows the row of each clip", () => {
  const [first, second] = [many.slice(0, 5), many.slice(5, 8)];
  const layout = layOutClips([group(first), group(second)], "grid", 1392);
  const headings = layout.rows.filter((row) => row.kind === "heading");
  expect(headings.map(({ count }) => count)).toEqual([5, 3]);
  let top = 0;
  layout.rows.forEach((row, index) => {
    expect(row.top).toBe(top);
    top += row.height;
    if (row.kind === "clips")
      for (const { id } of row.entries) expect(layout.rowIndexOf.get(id)).toBe(index);
  });
  expect(layout.height).toBe(top);
});

test("finds the rows in a part of the layout", () => {
  const layout = layOutClips([{ heading: null, entries: many }], "list", 1000);
  expect(rowsBetween(layout, 0, 56)).toEqual({ start: 0, end: 1 });
  expect(rowsBetween(layout, 56, 57)).toEqual({ start: 1, end: 2 });
  expect(rowsBetween(layout, 100, 300)).toEqual({ start: 1, end: 6 });
  expect(rowsBetween(layout, -500, -100)).toEqual({ start: 0, end: 0 });
  expect(rowsBetween(layout, 1e9, 2e9)).toEqual({ start: 3000, end: 3000 });
});
