import { describe, expect, it } from "vitest";
import { settledWidth, thumbnailCount } from "./thumbnail-count.ts";

describe("the number of thumbnails", () => {
  it("fits the row, within bounds", () => {
    expect(thumbnailCount({ width: 1920, height: 1080 }, 800, 48)).toBe(9);
    expect(thumbnailCount({ width: 1080, height: 1920 }, 1400, 48)).toBe(16);
    expect(thumbnailCount({ width: 1920, height: 1080 }, 60, 48)).toBe(4);
    expect(thumbnailCount({ width: 1920, height: 1080 }, 0, 48)).toBe(0);
    expect(thumbnailCount({ width: 1920, height: 1080 }, 400, 0)).toBe(0);
  });

  it("stays the same for small changes of the row", () => {
    expect(settledWidth(0, 800)).toBe(800);
    expect(settledWidth(800, 1100)).toBe(800);
    expect(settledWidth(800, 1300)).toBe(1300);
    expect(settledWidth(800, 400)).toBe(400);
    expect(settledWidth(800, 1200)).toBe(800);
    expect(settledWidth(900, 600)).toBe(900);
  });
});
