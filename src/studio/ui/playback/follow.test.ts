import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { followCorrection } from "./follow.ts";

describe("keeping step", () => {
  it("leaves a clip alone that is in step, and jumps to one that is far off", () => {
    expect(followCorrection(0.01, 1)).toEqual({ kind: "speed", speed: 1 });
    expect(followCorrection(-0.5, 1)).toEqual({ kind: "jump" });
  });

  it("slows a clip that is ahead, hurries one that is behind, and never by much", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.016, max: 0.24, noNaN: true }),
        fc.constantFrom(0.25, 1, 2),
        (drift, speed) => {
          const ahead = followCorrection(drift, speed);
          const behind = followCorrection(-drift, speed);
          if (ahead.kind !== "speed" || behind.kind !== "speed") throw new Error("jumped");
          expect(ahead.speed).toBeLessThan(speed);
          expect(behind.speed).toBeGreaterThan(speed);
          expect(Math.abs(behind.speed / speed - 1)).toBeLessThan(0.1);
        },
      ),
    );
  });

  it("brings a drifting clip back into step within seconds", () => {
    fc.assert(
      fc.property(fc.double({ min: -0.24, max: 0.24, noNaN: true }), (start) => {
        let drift = start;
        for (let frame = 0; frame < 24 * 8; frame += 1) {
          const correction = followCorrection(drift, 1);
          drift = correction.kind === "jump" ? 0 : drift + (correction.speed - 1) / 24;
        }
        expect(Math.abs(drift)).toBeLessThan(1 / 24);
      }),
    );
  });
});
