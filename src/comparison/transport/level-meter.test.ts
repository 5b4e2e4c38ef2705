import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { filledOf, type Meter, moveMeter, SILENT_METER } from "./level-meter.ts";

describe("a level meter", () => {
  it("rises at once and falls by 30 dB a second", () => {
    const loud = moveMeter(SILENT_METER, 1, 16);
    expect(filledOf(loud)).toBe(1);
    expect(moveMeter(loud, 0, 500).levelDb).toBeCloseTo(-15);
    expect(filledOf(moveMeter(loud, 0, 5000))).toBe(0);
    expect(moveMeter(SILENT_METER, 0, 16)).toEqual(SILENT_METER);
  });

  it("shows half the amplitude 6 dB lower", () => {
    expect(moveMeter(SILENT_METER, 0.5, 16).levelDb).toBeCloseTo(-6.02, 2);
  });

  it("shows clipping briefly", () => {
    const clipped = moveMeter(SILENT_METER, 1.2, 16);
    expect(clipped.clippedMs).toBeGreaterThan(0);
    expect(moveMeter(clipped, 0.1, 1000).clippedMs).toBeGreaterThan(0);
    expect(moveMeter(clipped, 0.1, 2000).clippedMs).toBe(0);
    expect(moveMeter(SILENT_METER, 1, 16).clippedMs).toBe(0);
  });

  it("stays between empty and full", () => {
    const peaks = fc.array(fc.tuple(fc.double({ min: 0, max: 8, noNaN: true }), fc.nat(2000)));
    fc.assert(
      fc.property(peaks, (moves) => {
        let meter: Meter = SILENT_METER;
        for (const [peak, elapsedMs] of moves) {
          meter = moveMeter(meter, peak, elapsedMs);
          expect(filledOf(meter)).toBeGreaterThanOrEqual(0);
          expect(filledOf(meter)).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});
