import { describe, expect, it } from "vitest";
import { fitTogether } from "./fitting.ts";
import {
  dividerAt,
  paneAt,
  type StageGeometry,
  stageGeometry,
  wipeHalves,
} from "./stage-geometry.ts";
import { INITIAL_VIEW, type ViewState } from "./view-state.ts";

const clip = { width: 640, height: 360 };
const fitted = fitTogether({ left: clip, right: clip });

function geometryOf(
  change: Partial<ViewState>,
  canvas = { width: 1284, height: 360 },
): StageGeometry {
  return stageGeometry({ canvas, pixelRatio: 2, fitted }, { ...INITIAL_VIEW, ...change });
}

describe("the panes of a stage", () => {
  it("leave a gap of two CSS pixels, in device pixels", () => {
    const [left, right] = geometryOf({ view: "side" }).panes;
    expect(left).toMatchObject({ side: "left", rect: { x: 0, y: 0, ...clip } });
    expect(right).toMatchObject({ side: "right", rect: { x: 644, y: 0, ...clip } });
  });

  it("place the frame in each pane, and return the part that it covers", () => {
    const geometry = geometryOf({ view: "wipe" });
    expect(geometry).toMatchObject({ canvas: { width: 1284, height: 360 }, pixelRatio: 2, fitted });
    const [pane] = geometry.panes;
    expect(pane?.placement).toEqual({ scale: 1, x: 322, y: 0 });
    expect(pane?.seen).toEqual({ x: 322, y: 0, ...clip });
    const [zoomed] = geometryOf({ view: "wipe", zoom: 4 }).panes;
    expect(zoomed?.seen).toEqual(zoomed?.rect);
  });

  it("are found by a point, and a point between or outside them finds the first", () => {
    const geometry = geometryOf({ view: "side" });
    const sideAt = (x: number) => paneAt(geometry, { x, y: 10 })?.side;
    expect([sideAt(0), sideAt(639), sideAt(641), sideAt(644), sideAt(5000)]).toEqual([
      "left",
      "left",
      "left",
      "right",
      "left",
    ]);
    expect(paneAt({ ...geometry, panes: [] }, { x: 0, y: 0 })).toBeNull();
  });
});

describe("the divider of the wipe", () => {
  it("divides the visible part of the frame", () => {
    const seen = { x: 100, y: 40, width: 200, height: 80 };
    expect(dividerAt(seen, { divider: 0.25, isHorizontal: false })).toBe(150);
    expect(dividerAt(seen, { divider: 0.25, isHorizontal: true })).toBe(60);
  });

  it("gives the left clip the part before it and the right clip the rest of the pane", () => {
    const view = { ...INITIAL_VIEW, view: "wipe" as const, divider: 0.25 };
    const pane = {
      side: "both" as const,
      rect: { x: 10, y: 20, width: 400, height: 300 },
      placement: { scale: 1, x: 110, y: 60 },
      seen: { x: 110, y: 60, width: 200, height: 80 },
    };
    expect(wipeHalves(pane, view)).toEqual({
      left: { x: 10, y: 20, width: 150, height: 300 },
      right: { x: 160, y: 20, width: 250, height: 300 },
    });
    expect(wipeHalves(pane, { ...view, isHorizontal: true })).toEqual({
      left: { x: 10, y: 20, width: 400, height: 60 },
      right: { x: 10, y: 80, width: 400, height: 240 },
    });
  });
});
