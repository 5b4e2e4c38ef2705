import { beforeEach, describe, expect, it } from "vitest";
import { mapSides, type PerSide, SIDES, type Side } from "../sides.ts";
import type { ShownFrames } from "./comparison.ts";
import { createShownPair, type Detail, type ShownPair, type WantedPicture } from "./shown-pair.ts";

/** The names of the pictures that were made, that are open, and that cannot be made. */
let made: string[];
let open: Set<string>;
let missing: Set<string>;
let pair: ShownPair;
let shown: number[];

const nameOf = (side: Side, { index, detail }: WantedPicture) => `${side} ${index} ${detail}`;

beforeEach(() => {
  made = [];
  open = new Set();
  missing = new Set();
  shown = [];
  pair = createShownPair((side, wanted) => {
    const name = nameOf(side, wanted);
    if (missing.has(name)) return null;
    made.push(name);
    open.add(name);
    return { close: () => open.delete(name) } as Partial<VideoFrame> as VideoFrame;
  });
  pair.onShown(({ frame }) => shown.push(frame));
});

/** Shows a frame with these indices of the clips, by default the same on both sides. */
function show(
  frame: number,
  { left, right = left, detail = "full" }: { left: number; right?: number; detail?: Detail },
): boolean {
  return pair.show(frame, { left: { index: left, detail }, right: { index: right, detail } });
}

function indices(current: ShownFrames | null): PerSide<number> | null {
  return current && mapSides(current, ({ index }) => index);
}

describe("showing a pair", () => {
  it("replaces the one before, and closes its pictures", () => {
    expect(show(1, { left: 1 })).toBe(true);
    expect([...open]).toEqual(["left 1 full", "right 1 full"]);
    expect(show(2, { left: 2 })).toBe(true);
    expect([...open]).toEqual(["left 2 full", "right 2 full"]);
    expect(pair.current?.frame).toBe(2);
    expect(indices(pair.current)).toEqual({ left: 2, right: 2 });
    expect(shown).toEqual([1, 2]);
  });

  it("keeps a picture that stays", () => {
    show(1, { left: 1 });
    show(2, { left: 1, right: 2 });
    expect(made).toEqual(["left 1 full", "right 1 full", "right 2 full"]);
    expect([...open]).toEqual(["left 1 full", "right 2 full"]);
    show(3, { left: 3, right: 2 });
    expect([...open]).toEqual(["right 2 full", "left 3 full"]);
    expect(shown).toEqual([1, 2, 3]);
  });

  it("replaces a sketch by the same frame in full", () => {
    show(1, { left: 1, detail: "sketch" });
    show(1, { left: 1 });
    expect([...open]).toEqual(["left 1 full", "right 1 full"]);
    expect(shown).toEqual([1, 1]);
  });

  it("tells nobody if nothing changes, but does if only the frame has another number", () => {
    show(1, { left: 1 });
    expect(show(1, { left: 1 })).toBe(true);
    expect(shown).toEqual([1]);
    expect(show(2, { left: 1 })).toBe(true);
    expect(shown).toEqual([1, 2]);
    expect(open.size).toBe(2);
  });
});

describe("a picture that cannot be made", () => {
  it.each(SIDES)("leaves the pair before as it was: %s", (side) => {
    show(1, { left: 1 });
    missing.add(`${side} 2 full`);
    expect(show(2, { left: 2 })).toBe(false);
    expect([...open]).toEqual(["left 1 full", "right 1 full"]);
    expect(pair.current?.frame).toBe(1);
    expect(shown).toEqual([1]);
  });

  it("does not close a picture that stays", () => {
    show(1, { left: 1 });
    missing.add("right 2 full");
    expect(show(2, { left: 1, right: 2 })).toBe(false);
    expect([...open]).toEqual(["left 1 full", "right 1 full"]);
  });
});

describe("a listener", () => {
  it("is told the current pair at once, and nothing after it leaves", () => {
    show(1, { left: 1 });
    const later: number[] = [];
    const dispose = pair.onShown(({ frame }) => later.push(frame));
    expect(later).toEqual([1]);
    dispose();
    show(2, { left: 2 });
    expect(later).toEqual([1]);
  });
});

it("closes both pictures at the end, and shows nothing", () => {
  show(1, { left: 1 });
  pair.close();
  expect(open.size).toBe(0);
  expect(pair.current).toBeNull();
  expect(shown).toEqual([1]);
});
