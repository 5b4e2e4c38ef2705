import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  canPan,
  nextZoom,
  panBy,
  place,
  toCanvas,
  toFrame,
  type ZoomState,
  zoomAt,
} from "./viewport.ts";

const frame = { width: 1920, height: 1080 };
const pane = { x: 0, y: 0, width: 960, height: 540 };
const framing = { pane, frame };
const whole: ZoomState = { zoom: null, centreX: 0.5, centreY: 0.5 };

const panes = fc.record({
  x: fc.integer({ min: 0, max: 2000 }),
  y: fc.integer({ min: 0, max: 2000 }),
  width: fc.integer({ min: 50, max: 3000 }),
  height: fc.integer({ min: 50, max: 3000 }),
});
const frames = fc.record({
  width: fc.integer({ min: 16, max: 4096 }),
  height: fc.integer({ min: 16, max: 4096 }),
});
const framings = fc.record({ pane: panes, frame: frames });
const part = fc.double({ min: 0, max: 1, noNaN: true });
const zooms = fc.double({ min: 0.05, max: 30, noNaN: true });
const views = fc.record({ zoom: fc.option(zooms), centreX: part, centreY: part });

describe("the visible part of the frame", () => {
  it("centres the whole frame in the pane if it fits", () => {
    expect(place(whole, { pane: { ...pane, x: 100, height: 700 }, frame })).toEqual({
      scale: 0.5,
      x: 100,
      y: 80,
    });
  });

  it("scales a rectangle of the frame in both directions", () => {
    const shown = toCanvas({ x: 7, y: 9, scale: 2 }, { x: 10, y: 20, width: 30, height: 40 });
    expect(shown).toEqual({ x: 27, y: 49, width: 60, height: 80 });
  });

  it("shows nothing beyond an edge and leaves no avoidable gap", () => {
    fc.assert(
      fc.property(views, panes, frames, (view, box, size) => {
        const placement = place(view, { pane: box, frame: size });
        const shown = toCanvas(placement, { x: 0, y: 0, ...size });
        // Half a pixel, because the frame is aligned to whole pixels.
        const slack = 0.5 + 1e-6;
        if (shown.width >= box.width) {
          expect(shown.x).toBeLessThanOrEqual(box.x + slack);
          expect(shown.x + shown.width).toBeGreaterThanOrEqual(box.x + box.width - slack);
        } else {
          const middle = shown.x + shown.width / 2;
          expect(Math.abs(middle - box.x - box.width / 2)).toBeLessThanOrEqual(slack);
        }
      }),
    );
  });

  it("converts between screen points and frame positions", () => {
    fc.assert(
      fc.property(views, framings, fc.record({ x: part, y: part }), (view, framing, { x, y }) => {
        const placement = place(view, framing);
        const box = framing.pane;
        const point = { x: box.x + x * box.width, y: box.y + y * box.height };
        const there = toFrame(placement, point);
        const back = toCanvas(placement, { ...there, width: 0, height: 0 });
        expect(back.x).toBeCloseTo(point.x, 6);
        expect(back.y).toBeCloseTo(point.y, 6);
      }),
    );
  });
});

describe("zooming", () => {
  it("keeps the position under the pointer unless an edge is reached", () => {
    fc.assert(
      fc.property(part, part, fc.double({ min: 4, max: 16, noNaN: true }), (x, y, zoom) => {
        const view: ZoomState = { zoom: 4, centreX: 0.3 + 0.4 * x, centreY: 0.3 + 0.4 * y };
        const point = { x: x * pane.width, y: y * pane.height };
        const before = toFrame(place(view, framing), point);
        const after = toFrame(place(zoomAt(view, framing, { point, zoom }), framing), point);
        // The frame is aligned to whole pixels before and after.
        expect(Math.abs(after.x - before.x)).toBeLessThanOrEqual(1 / zoom + 1e-6);
        expect(Math.abs(after.y - before.y)).toBeLessThanOrEqual(1 / zoom + 1e-6);
      }),
    );
  });

  it("is limited to 16 times and to the whole frame", () => {
    expect(zoomAt(whole, framing, { point: { x: 0, y: 0 }, zoom: 99 }).zoom).toBe(16);
    expect(zoomAt({ ...whole, zoom: 2 }, framing, { point: { x: 0, y: 0 }, zoom: 0.1 })).toEqual(
      whole,
    );
  });

  it("can show a clip smaller than its pane at 1:1", () => {
    const small = { width: 320, height: 180 };
    expect(zoomAt(whole, { pane, frame: small }, { point: { x: 0, y: 0 }, zoom: 1 }).zoom).toBe(1);
    expect(nextZoom(null, "out", { pane, frame: small })).toBe(2);
    const zoomed = { ...whole, zoom: 1 };
    const fit = { point: { x: 0, y: 0 }, zoom: null };
    expect(zoomAt(zoomed, { pane, frame: small }, fit)).toEqual(whole);
  });

  it("keeps the familiar level when the frame has exactly the pane's size", () => {
    const same = { pane, frame: { width: 960, height: 540 } };
    expect(nextZoom(2, "out", same)).toBe(1);
  });

  it("zooms by familiar steps", () => {
    expect(nextZoom(null, "in", framing)).toBe(1);
    expect(nextZoom(1, "in", framing)).toBe(2);
    expect(nextZoom(16, "in", framing)).toBe(16);
    expect(nextZoom(1.5, "out", framing)).toBe(1);
    expect(nextZoom(1, "out", framing)).toBeNull();
  });

  it("zooms out again from anywhere", () => {
    fc.assert(
      fc.property(fc.option(zooms), panes, frames, (zoom, box, size) => {
        let now = zoom;
        for (let steps = 0; steps < 20 && now !== null; steps += 1) {
          const next = nextZoom(now, "out", { pane: box, frame: size });
          if (next === now) break;
          now = next;
        }
        expect(now === null || now <= 1).toBe(true);
      }),
    );
  });
});

describe("panning", () => {
  it("follows the pointer there and back", () => {
    const view: ZoomState = { zoom: 2, centreX: 0.5, centreY: 0.5 };
    const before = place(view, framing);
    const there = panBy(view, framing, { x: 30, y: -50 });
    expect(place(there, framing)).toEqual({ scale: 2, x: before.x + 30, y: before.y - 50 });
    expect(place(panBy(there, framing, { x: -30, y: 50 }), framing)).toEqual(before);
  });

  it("stops at the edges and reverses without delay", () => {
    const view: ZoomState = { zoom: 1, centreX: 0.5, centreY: 0.5 };
    const far = panBy(view, framing, { x: 99_999, y: 0 });
    expect(place(far, framing).x).toBe(0);
    expect(place(panBy(far, framing, { x: -10, y: 0 }), framing).x).toBe(-10);
  });

  it("does nothing while the whole frame is visible", () => {
    expect(canPan(whole, framing)).toBe(false);
    expect(canPan({ ...whole, zoom: 0.6 }, framing)).toBe(true);
    const beyondOneEdge = [
      { width: 2000, height: 100 },
      { width: 100, height: 2000 },
    ].map((size) => canPan({ ...whole, zoom: 1 }, { pane, frame: size }));
    expect(beyondOneEdge).toEqual([true, true]);
  });
});
