import { StrictMode } from "react";
import { beforeEach, expect, test, vi } from "vitest";
import { renderHook } from "vitest-browser-react";
import { createViewStore } from "#comparison/geometry/view-state.ts";
import {
  aClipMedia,
  createFakeComparison,
  type FakeComparison,
} from "#comparison/testing/fake-comparison.ts";
import { type ReadySide, useCompared } from "./use-compared.ts";

const opened = vi.hoisted(() => [] as FakeComparison[]);
vi.mock("#comparison/engine/create-comparison.ts", () => ({
  createComparison: (media: FakeComparison["media"]) => {
    const comparison = { ...createFakeComparison(), media };
    opened.push(comparison);
    return comparison;
  },
}));

function aReadySide(name: string): ReadySide {
  return { key: name, name, entry: null, media: aClipMedia() };
}

const left = aReadySide("left");
const right = aReadySide("right");
const begin = vi.fn(() => createViewStore());
const openCount = () => opened.filter((comparison) => !comparison.isClosed()).length;

beforeEach(() => {
  opened.length = 0;
});

test("opens a comparison once both clips are available, and closes it afterwards", async () => {
  const { result, rerender, unmount } = await renderHook(
    (sides?: { left: ReadySide | null; right: ReadySide | null }) =>
      useCompared(sides?.left ?? null, sides?.right ?? null, begin),
    { wrapper: StrictMode },
  );
  await rerender({ left, right: null });
  expect(result.current).toBeNull();
  await rerender({ left, right });
  expect(result.current?.comparison.media).toEqual({ left: left.media, right: right.media });
  expect(openCount()).toBe(1);

  await rerender({ left: right, right: left });
  expect(result.current?.comparison.media.left).toBe(right.media);
  expect(result.current?.sides.left.name).toBe("right");
  expect(openCount()).toBe(1);

  const before = result.current?.comparison;
  await rerender({ left: { ...right, name: "renamed" }, right: left });
  expect(result.current?.sides.left.name).toBe("renamed");
  expect(result.current?.comparison).toBe(before);

  await rerender({ left: null, right: left });
  expect(result.current).toBeNull();
  expect(openCount()).toBe(0);
  await rerender({ left, right });
  await unmount();
  expect(openCount()).toBe(0);
});
