import { describe, expect, it } from "vitest";
import { type FrameFeatures, findCuts } from "./scene-cuts.ts";

/** A frame whose brightness is spread over two bins of each part: `share` of it in the second. */
function frame(share: number, correlation = 0): FrameFeatures {
  const histogram = new Float32Array(4 * 32);
  for (let part = 0; part < 4; part += 1) {
    histogram[part * 32] = 1 - share;
    histogram[part * 32 + 1] = share;
  }
  return { histogram, correlation };
}

const shot = (count: number, share: number) => Array.from({ length: count }, () => frame(share, 1));

describe("a cut", () => {
  it("is a frame with another brightness and pattern than the one before", () => {
    expect(findCuts([...shot(8, 0), frame(0.5), ...shot(8, 0.5)])).toEqual([8]);
    expect(findCuts([...shot(8, 0), frame(1), ...shot(8, 1), frame(0), ...shot(8, 0)])).toEqual([
      8, 17,
    ]);
  });

  it("needs a clear change of brightness", () => {
    expect(findCuts([...shot(8, 0), frame(0.3), ...shot(8, 0.3)])).toEqual([8]);
    expect(findCuts([...shot(8, 0), frame(0.29), ...shot(8, 0.29)])).toEqual([]);
  });

  it("needs another pattern: lightning only changes the brightness", () => {
    expect(findCuts([...shot(8, 0), frame(1, 0.7), ...shot(8, 1)])).toEqual([]);
    expect(findCuts([...shot(8, 0), frame(1, 0.6), ...shot(8, 1)])).toEqual([8]);
  });

  it("stands out from the changes around it", () => {
    const pan = (change: number) =>
      Array.from({ length: 6 }, (_, index) => frame(index % 2 === 0 ? 0 : change));
    expect(findCuts([...pan(0.1), frame(0.45), ...shot(1, 0.45)])).toEqual([6]);
    expect(findCuts([...pan(0.2), frame(0.6), ...shot(1, 0.6)])).toEqual([]);
    // Changes more than six frames away do not matter.
    expect(
      findCuts([...pan(0.2), ...shot(8, 0), frame(0.4), ...shot(8, 0.4), ...pan(0.2)]),
    ).toContain(14);
  });

  it("is never the first frame, and none without frames", () => {
    expect(findCuts([frame(1), ...shot(8, 1)])).toEqual([]);
    expect(findCuts([])).toEqual([]);
  });
});

describe("a flash", () => {
  it.each([1, 2])("of %i frames is no cut, neither at its start nor at its end", (count) => {
    const flash = Array.from({ length: count }, () => frame(1));
    expect(findCuts([...shot(8, 0), ...flash, frame(0), ...shot(8, 0)])).toEqual([]);
  });

  it("of three frames is a shot of its own", () => {
    const flash = [frame(1), ...shot(2, 1)];
    expect(findCuts([...shot(8, 0), ...flash, frame(0), ...shot(8, 0)])).toEqual([8, 11]);
  });

  it("need not return exactly", () => {
    expect(findCuts([...shot(8, 0), frame(1), frame(0.4), ...shot(8, 0.4)])).not.toContain(8);
    expect(findCuts([...shot(8, 0), frame(1), frame(0.6), ...shot(8, 0.6)])).toContain(8);
  });
});
