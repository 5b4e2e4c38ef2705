import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createStateStore } from "./state-store.ts";

const FRAMES = 48;
const newStore = () =>
  createStateStore({ frameCount: FRAMES, frameRate: 24, frameOf: (_side, frame) => frame });

describe("the region of a comparison", () => {
  it.each([
    [
      { startFrame: 10, endFrame: 20 },
      { startFrame: 10, endFrame: 20 },
    ],
    [
      { startFrame: 20, endFrame: 10 },
      { startFrame: 10, endFrame: 20 },
    ],
    [
      { startFrame: -5, endFrame: 20 },
      { startFrame: 0, endFrame: 20 },
    ],
    [
      { startFrame: 10, endFrame: 99 },
      { startFrame: 10, endFrame: 47 },
    ],
    [
      { startFrame: 60, endFrame: 99 },
      { startFrame: 47, endFrame: 47 },
    ],
    [
      { startFrame: -9, endFrame: -5 },
      { startFrame: 0, endFrame: 0 },
    ],
    [
      { startFrame: 9.6, endFrame: 20.4 },
      { startFrame: 10, endFrame: 20 },
    ],
  ])("is sorted, whole and inside the timeline: %j", (wanted, region) => {
    const store = newStore();
    store.setRegion(wanted);
    expect(store.getState().region).toEqual(region);
    store.setRegion(null);
    expect(store.getState().region).toBeNull();
  });

  it("is always one that can be played", () => {
    const frame = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(frame, frame, (startFrame, endFrame) => {
        const store = newStore();
        store.setRegion({ startFrame, endFrame });
        const region = store.getState().region ?? { startFrame: -1, endFrame: -1 };
        expect(region.startFrame).toBeGreaterThanOrEqual(0);
        expect(region.endFrame).toBeGreaterThanOrEqual(region.startFrame);
        expect(region.endFrame).toBeLessThan(FRAMES);
        expect(Number.isInteger(region.startFrame) && Number.isInteger(region.endFrame)).toBe(true);
      }),
    );
  });
});
