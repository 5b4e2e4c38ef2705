import { describe, expect, it } from "vitest";
import { createViewStore, type ViewState } from "../geometry/view-state.ts";
import { createFakeComparison } from "../testing/fake-comparison.ts";
import { createGestures } from "./gestures.ts";
import { createStageModel } from "./stage-model.ts";

const CANVAS = { width: 320, height: 180 };

/** A stage of the frame's size, with one pixel per frame pixel. */
function aStage(view: Partial<ViewState>) {
  const model = createStageModel({
    comparison: createFakeComparison(),
    view: createViewStore(view),
  });
  model.set({ canvas: CANVAS, pixelRatio: 1 });
  const gestures = createGestures(model);
  const press = (id: number, x: number, y: number) => ({ id, point: { x, y }, isTouch: true });
  return { model, gestures, press, state: () => model.view.getState() };
}

describe("one finger", () => {
  it("pans when zoomed in", () => {
    const { model, gestures, press } = aStage({ view: "overlay", zoom: 4 });
    const before = model.geometry().panes[0]?.placement;
    gestures.down(press(1, 100, 100));
    gestures.move(press(1, 130, 90));
    gestures.move(press(1, 150, 80));
    gestures.up(1);
    gestures.move(press(1, 10, 10));
    expect(model.geometry().panes[0]?.placement).toEqual({
      scale: 4,
      x: (before?.x ?? 0) + 50,
      y: (before?.y ?? 0) - 20,
    });
  });

  it("drags the divider when close to it, and pans elsewhere", () => {
    const { gestures, press, state } = aStage({ view: "wipe", zoom: 4 });
    gestures.down(press(1, 170, 20));
    gestures.move(press(1, 240, 20));
    gestures.up(1);
    expect(state()).toMatchObject({ divider: 0.75, centreX: 0.5 });
    gestures.down(press(1, 60, 20));
    gestures.move(press(1, 100, 20));
    gestures.up(1);
    expect(state().divider).toBe(0.75);
    expect(state().centreX).toBeLessThan(0.5);
  });

  it("changes nothing with a tap", () => {
    const { gestures, press, state } = aStage({ view: "wipe" });
    gestures.down(press(1, 20, 20));
    gestures.move(press(1, 22, 21));
    gestures.up(1);
    expect(state().divider).toBe(0.5);
  });

  it("scrolls the page when moving along the divider", () => {
    const { gestures, press, state } = aStage({ view: "wipe" });
    gestures.down(press(1, 100, 150));
    gestures.move(press(1, 101, 140));
    gestures.move(press(1, 80, 60));
    gestures.up(1);
    expect(state().divider).toBe(0.5);
    gestures.down(press(1, 100, 150));
    gestures.move(press(1, 90, 149));
    gestures.move(press(1, 80, 60));
    expect(state().divider).toBe(0.25);
  });

  it("moves the loupe while it is active", () => {
    const { model, gestures, press, state } = aStage({ view: "overlay", zoom: 4 });
    model.set({ isLoupeOn: true });
    gestures.down(press(1, 100, 100));
    gestures.move(press(1, 130, 90));
    expect(model.getState().pointer).toEqual({ x: 130, y: 90 });
    expect(state().centreX).toBe(0.5);
  });
});

describe("two fingers", () => {
  it("zoom around their centre and pan", () => {
    const { model, gestures, press } = aStage({ view: "blink" });
    const placeAt = (x: number, y: number) => {
      const { placement } = model.geometry().panes[0] ?? {};
      if (!placement) throw new Error("no pane");
      return { x: (x - placement.x) / placement.scale, y: (y - placement.y) / placement.scale };
    };
    gestures.down(press(1, 140, 90));
    gestures.down(press(2, 180, 90));
    const before = placeAt(160, 90);
    gestures.move(press(1, 120, 90));
    gestures.move(press(2, 200, 90));
    expect(model.scale()).toBeCloseTo(2, 1);
    const after = placeAt(160, 90);
    expect(Math.abs(after.x - before.x)).toBeLessThanOrEqual(1);
    expect(Math.abs(after.y - before.y)).toBeLessThanOrEqual(1);
    gestures.up(2);
    gestures.move(press(1, 130, 90));
    expect(placeAt(170, 90).x).toBeCloseTo(after.x, 0);
  });
});
