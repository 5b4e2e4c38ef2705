import { describe, expect, it } from "vitest";
import { createDecodingPlan } from "./decoding-plan.ts";

const paused = (frame: number) => ({ frame, isPlaying: false, loop: null });

describe("a decoding plan", () => {
  it("starts paused on the first frame", () => {
    const plan = createDecodingPlan({ frameCount: 100 }, 1000);
    expect(plan.focus).toEqual(paused(0));
    expect(plan.wanted(100)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it("wants as many frames around the focus as fit, and at least four", () => {
    const plan = createDecodingPlan({ frameCount: 100 }, 1000);
    plan.setFocus(paused(50));
    expect([...plan.wanted(100)].sort((a, b) => a - b)).toEqual([
      46, 47, 48, 49, 50, 51, 52, 53, 54,
    ]);
    expect(plan.wanted(900)).toHaveLength(4);
  });

  it("keeps its list until the focus or the size of a frame changes", () => {
    const plan = createDecodingPlan({ frameCount: 100 }, 1000);
    const list = plan.wanted(100);
    expect(plan.wanted(100)).toBe(list);
    expect(plan.wanted(200)).not.toBe(list);
    plan.setFocus(paused(50));
    expect(plan.wanted(200)[0]).toBe(50);
  });

  it("moves the focus to the stand-in of a left-out frame", () => {
    const plan = createDecodingPlan({ frameCount: 3 }, 1000);
    plan.setFocus(paused(2));
    plan.leaveOut(2);
    expect([plan.focus.frame, plan.standIn(2), plan.isLeftOut(2)]).toEqual([1, 1, true]);
    plan.setFocus(paused(0));
    plan.setFocus(paused(2));
    expect(plan.focus.frame).toBe(1);
    expect(plan.areAllLeftOut()).toBe(false);
    plan.leaveOut(0);
    plan.leaveOut(1);
    expect(plan.areAllLeftOut()).toBe(true);
  });
});
