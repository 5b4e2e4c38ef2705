import { describe, expect, it } from "vitest";
import { fitTogether } from "../geometry/fitting.ts";
import { layOut, roundUpToEven } from "./layout.ts";

const both = (width: number, height: number) =>
  fitTogether({ left: { width, height }, right: { width, height } });

describe("the layout of an export", () => {
  it("keeps every pixel if there is room", () => {
    const { size, geometry } = layOut(both(1920, 1080), "side", { longest: 3840 });
    expect(size).toEqual({ width: 3840, height: 1146 });
    expect(geometry.panes.map(({ placement }) => placement)).toEqual([
      { x: 0, y: 0, scale: 1 },
      { x: 1920, y: 0, scale: 1 },
    ]);
    expect(layOut(both(1080, 1920), "wipe").size).toEqual({ width: 1080, height: 1986 });
  });

  it.each([
    [3840, 2160, "side"],
    [3840, 2160, "wipe"],
    [2160, 3840, "side"],
    [2160, 3840, "wipe"],
    [1999, 1333, "side"],
  ] as const)(
    "fits %i × %i, %s, into an encodable size with even dimensions",
    (width, height, view) => {
      const { size, geometry, bar } = layOut(both(width, height), view, { longest: 3840 });
      expect(Math.max(size.width, size.height)).toBeLessThanOrEqual(3840);
      expect([size.width % 2, size.height % 2, bar.y % 2, bar.height % 2]).toEqual([0, 0, 0, 0]);
      for (const { seen, rect } of geometry.panes) {
        expect(seen.width / seen.height).toBeCloseTo(width / height, 2);
        expect(seen.width).toBeLessThanOrEqual(rect.width);
      }
    },
  );

  it("rounds up to even numbers", () => {
    expect([roundUpToEven(4), roundUpToEven(4.4), roundUpToEven(4.6), roundUpToEven(5)]).toEqual([
      4, 4, 6, 6,
    ]);
  });
});
