import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fitTogether } from "../geometry/fitting.ts";
import { stageGeometry } from "../geometry/stage-geometry.ts";
import { INITIAL_VIEW, type ViewState } from "../geometry/view-state.ts";
import {
  canPanStage,
  inspectedPoint,
  moveStage,
  type StageMove,
  type StageScene,
} from "./stage-moves.ts";
import { INITIAL_STAGE, type StageState } from "./stage-state.ts";

const CLIP = { width: 320, height: 180 };
const FITTED = fitTogether({ left: CLIP, right: CLIP });

/** A stage of the frame's size, with one pixel per frame pixel. */
function aScene(view: Partial<ViewState> = {}, stage: Partial<StageState> = {}): StageScene {
  const scene = {
    view: { ...INITIAL_VIEW, view: "overlay" as const, ...view },
    stage: { ...INITIAL_STAGE, canvas: CLIP, ...stage },
  };
  const { canvas, pixelRatio } = scene.stage;
  return { ...scene, geometry: stageGeometry({ canvas, pixelRatio, fitted: FITTED }, scene.view) };
}

/** The scene after a move. */
function moved(scene: StageScene, move: StageMove): StageScene {
  const { view, stage } = moveStage(scene, move);
  return aScene({ ...scene.view, ...view }, { ...scene.stage, ...stage });
}

const at = undefined;

describe("zooming a stage", () => {
  it("zooms around the point, or around the middle of the first pane", () => {
    const point = { x: 80, y: 45 };
    const before = inspectedPoint(aScene({}, { pointer: point }));
    const zoomed = moved(aScene({}, { pointer: point }), { type: "zoom", zoom: 4, at: point });
    expect(inspectedPoint(zoomed)).toEqual(before);
    const middle = moved(aScene(), { type: "zoom", zoom: 4, at });
    expect(middle.view).toMatchObject({ zoom: 4, centreX: 0.5, centreY: 0.5 });
  });

  it("steps through the levels and switches between fit and 1:1", () => {
    expect(moved(aScene(), { type: "step-zoom", direction: "in", at }).view.zoom).toBe(2);
    expect(moved(aScene(), { type: "toggle-zoom", at }).view.zoom).toBe(1);
    expect(moved(aScene({ zoom: 3 }), { type: "toggle-zoom", at }).view.zoom).toBeNull();
  });
});

describe("moving the picture", () => {
  it("is possible once part of the frame is outside the pane", () => {
    expect([canPanStage(aScene()), canPanStage(aScene({ zoom: 2 }))]).toEqual([false, true]);
  });

  it("shows what is further right by moving the picture to the left", () => {
    const scene = aScene({ zoom: 4 });
    const movedByKey = moved(scene, { type: "move-loupe-or-pan", parts: { x: 0.25, y: 0 } });
    const panned = moved(scene, { type: "pan", by: { x: -80, y: 0 } });
    expect(movedByKey.view).toEqual(panned.view);
    expect(panned.view.centreX).toBeGreaterThan(0.5);
  });

  it("moves the loupe instead while it is on, from the middle first", () => {
    const scene = aScene({ zoom: 4 }, { isLoupeOn: true });
    const panned = moved(scene, { type: "move-loupe-or-pan", parts: { x: 0.1, y: -0.1 } });
    expect(panned.view).toEqual(scene.view);
    expect(panned.stage.pointer).toEqual({ x: 168, y: 85.5 });
  });
});

describe("the divider", () => {
  it("follows the point along its orientation", () => {
    const to = { x: 240, y: 45 };
    expect(moved(aScene({ view: "wipe" }), { type: "divider", to }).view.divider).toBe(0.75);
    const horizontal = aScene({ view: "wipe", isHorizontal: true });
    expect(moved(horizontal, { type: "divider", to }).view.divider).toBe(0.25);
  });
});

const anyPoint = fc.record({
  x: fc.integer({ min: -500, max: 1000 }),
  y: fc.integer({ min: -500, max: 1000 }),
});
const anyAt = fc.option(anyPoint, { nil: undefined });
const anyMove: fc.Arbitrary<StageMove> = fc.oneof(
  fc.record({
    type: fc.constant("zoom" as const),
    zoom: fc.option(fc.double({ min: 0.05, max: 40, noNaN: true })),
    at: anyAt,
  }),
  fc.record({
    type: fc.constant("step-zoom" as const),
    direction: fc.constantFrom("in" as const, "out" as const),
    at: anyAt,
  }),
  fc.record({ type: fc.constant("toggle-zoom" as const), at: anyAt }),
  fc.record({ type: fc.constant("pan" as const), by: anyPoint }),
  fc.record({ type: fc.constant("divider" as const), to: anyPoint }),
  fc.record({
    type: fc.constant("move-loupe-or-pan" as const),
    parts: anyPoint.map(({ x, y }) => ({ x: x / 500, y: y / 500 })),
  }),
);

describe("any order of moves", () => {
  it("keeps the centre and the divider within the frame, and the pointer on the canvas", () => {
    fc.assert(
      fc.property(
        fc.array(anyMove, { maxLength: 20 }),
        fc.constantFrom<ViewState["view"]>("side", "wipe"),
        fc.boolean(),
        (moves, view, isLoupeOn) => {
          const end = moves.reduce(moved, aScene({ view }, { isLoupeOn }));
          for (const part of [end.view.centreX, end.view.centreY, end.view.divider]) {
            expect(part).toBeGreaterThanOrEqual(0);
            expect(part).toBeLessThanOrEqual(1);
          }
          const { x, y } = inspectedPoint(end);
          expect([x >= 0 && x < CLIP.width, y >= 0 && y < CLIP.height]).toEqual([true, true]);
          const { pointer } = end.stage;
          if (pointer) {
            expect(pointer.x).toBeGreaterThanOrEqual(0);
            expect(pointer.x).toBeLessThanOrEqual(CLIP.width);
          }
        },
      ),
    );
  });

  it("changes nothing before the stage is mounted", () => {
    const unmounted: StageScene = { ...aScene(), geometry: { ...aScene().geometry, panes: [] } };
    fc.assert(
      fc.property(anyMove, (move) => {
        expect(moveStage(unmounted, move)).toEqual({});
      }),
    );
    expect(inspectedPoint(unmounted)).toEqual({ x: 0, y: 0 });
  });
});
