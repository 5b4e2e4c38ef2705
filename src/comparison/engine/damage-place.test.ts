import { describe, expect, it } from "vitest";
import { damageOnTimeline, damageTimes } from "./damage-place.ts";

describe("damaged frames", () => {
  it("last until the next good frame, or until the end of the clip", () => {
    const clip = { frameTimes: [0, 0.1, 0.2, 0.3], durationS: 0.4 };
    expect(damageTimes(clip, { first: 1, last: 2 })).toEqual({ fromS: 0.1, toS: 0.3 });
    expect(damageTimes(clip, { first: 3, last: 3 })).toEqual({ fromS: 0.3, toS: 0.4 });
  });

  it("are found on the common timeline, where the other clip has another rate or a delay", () => {
    const timeline = {
      frameRate: 24,
      frameCount: 8,
      // The left clip has half the rate, and the right one is delayed by two frames.
      frameOf: (side: "left" | "right", frame: number) =>
        side === "left" ? frame >> 1 : Math.max(0, frame - 2),
    };
    const damage = { first: 1, last: 2 };
    expect(damageOnTimeline(timeline, "left", damage)).toEqual({ startFrame: 2, endFrame: 5 });
    expect(damageOnTimeline(timeline, "right", damage)).toEqual({ startFrame: 3, endFrame: 4 });
    expect(damageOnTimeline(timeline, "left", { first: 9, last: 9 })).toBeNull();
  });
});
