import { describe, expect, it } from "vitest";
import { fitTogether } from "../geometry/fitting.ts";
import { layOut, roundUpToEven } from "./layout.ts";

const both = (width: number, height: number) =>
  fitTogether({ left: { width, height }, right: { width, height } });

describe("the layout of an export", () => {
  it("keeps every pixel if there is room", () => {
    const { size, geometry } = layOut(both(1920, 1080), "side", { longest: 3840 });
    expect(size).toEqual({ width: 3840, height: 1146 });
    expect(geometry.panes.map(({ side, placement }) => ({ side, ...placement }))).toEqual([
      { side: "left", x: 0, y: 0, scale: 1 },
      { side: "right", x: 1920, y: 0, scale: 1 },
    ]);
    const single = layOut(both(1080, 1920), "wipe");
    expect(single.size).toEqual({ width: 1080, height: 1986 });
    expect(single.geometry.panes).toMatchObject([{ side: "both", rect: { x: 0, width: 1080 } }]);
  });

  it("leaves a gap between two pictures, and none beside a single one", () => {
    const { size, geometry } = layOut(both(1920, 1080), "side", { longest: 3840, gap: 8 });
    expect(size.width).toBe(3840);
    expect(geometry.panes.map(({ rect: { x, width } }) => [x, width])).toEqual([
      [0, 1916],
      [1924, 1916],
    ]);
    expect(layOut(both(1920, 1080), "wipe", { longest: 1920, gap: 8 }).size.width).toBe(1920);
  });

  it("draws lines thicker on pictures of more than 1080 rows", () => {
    const ratios = [540, 1080, 2160].map(
      (height) => layOut(both(1000, height), "wipe").geometry.pixelRatio,
    );
    expect(ratios).toEqual([1, 1, 2]);
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
