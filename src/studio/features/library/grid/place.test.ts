import { expect, test } from "vitest";
import { layOutClips } from "#studio/features/library/layout/clip-layout.ts";
import { aCompletedEntry, NOON } from "#studio/testing/fixtures.ts";
import { aLibrary } from "#studio/testing/libraries/a-library.ts";
import { placeAt, positionOf } from "./place.ts";

const entries = aLibrary({ seed: 7, count: 400, newestAt: NOON });
const layOut = (list = entries, width = 1392) =>
  layOutClips([{ heading: { unit: "day", at: NOON }, entries: list }], "grid", width);

test.each([1, 47, 48, 49, 1000, 12_345])("a place %i px down leads back to itself", (scrolled) => {
  const layout = layOut();
  const place = placeAt(layout, scrolled);
  expect(place && positionOf(layout, place)).toBe(scrolled);
});

test("there is no place at the top, so that new clips are shown", () => {
  expect(placeAt(layOut(), 0)).toBeNull();
});

test("a place follows its clip when others are added above it or the width changes", () => {
  const place = placeAt(layOut(), 5000);
  const first = entries.find(({ id }) => id === place?.id);
  if (!place || !first) throw new Error("No clip is in view.");
  for (const other of [
    layOut([aCompletedEntry({ id: "new" }), ...entries]),
    layOut(entries, 700),
  ]) {
    const index = other.rowIndexOf.get(first.id) ?? -1;
    expect(positionOf(other, place)).toBe((other.rows[index]?.top ?? 0) + place.above);
  }
});

test("a place whose clip is gone leads nowhere", () => {
  expect(positionOf(layOut(), { id: "gone", above: 3 })).toBeNull();
});
