/** What is shown when, with clips decoded at a speed that the test controls. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  allFrames,
  FRAMES,
  type VirtualComparison,
  virtualComparison,
} from "../testing/virtual-comparison.ts";

describe("frames of a pair", () => {
  it("shows nothing until both first frames are decoded", () => {
    const { comparison, left, right, pass, shown } = virtualComparison();
    left.decode(0);
    pass(100);
    expect([comparison.getState().isReady, comparison.getShown()]).toEqual([false, null]);
    right.decode(0);
    pass(16);
    expect([comparison.getState().isReady, shown]).toEqual([true, [0]]);
  });

  it("shows every frame at its time and stops on the last one", () => {
    const { comparison, decodeBoth, pass, shown, isIdle } = virtualComparison();
    decodeBoth(...allFrames);
    comparison.play();
    pass(2200);
    expect(shown).toEqual(allFrames);
    expect(comparison.getState()).toMatchObject({ isPlaying: false, frame: 47, droppedFrames: 0 });
    pass(16);
    expect(isIdle()).toBe(true);
    comparison.play();
    pass(32);
    expect(comparison.getState().frame).toBe(0);
  });

  it("loops a region and counts no drops that weren't due", () => {
    const { comparison, decodeBoth, pass, shown } = virtualComparison();
    decodeBoth(...allFrames);
    comparison.setRegion({ startFrame: 13, endFrame: 10 });
    comparison.setLooping(true);
    comparison.play();
    pass(1000);
    expect(shown.slice(0, 9)).toEqual([10, 11, 12, 13, 10, 11, 12, 13, 10]);
    expect(comparison.getState().droppedFrames).toBe(0);
  });

  it("skips a frame for both sides if one is late, and counts it", () => {
    const { comparison, left, right, pass, shown } = virtualComparison();
    left.decode(...allFrames);
    right.decode(0, 1, 2, 6, 7, 8, 9, 10);
    comparison.play();
    pass(350);
    expect(shown).toEqual([0, 1, 2, 6, 7, 8]);
    expect(comparison.getState()).toMatchObject({ droppedFrames: 3, isBuffering: false });
  });

  it("buffers while no frames arrive, and continues when they do", () => {
    const { comparison, decodeBoth, pass } = virtualComparison();
    decodeBoth(0, 1, 2);
    comparison.play();
    pass(1500);
    const { isBuffering, isPlaying, frame, droppedFrames } = comparison.getState();
    expect([isBuffering, isPlaying, frame]).toEqual([true, true, 2]);
    expect(droppedFrames).toBe(9);
    decodeBoth(...allFrames);
    pass(100);
    expect(comparison.getState().isBuffering).toBe(false);
    expect(comparison.getState().frame).toBeGreaterThan(2);
  });

  it("pauses on the current frame and steps from it", () => {
    const { comparison, decodeBoth, pass, shown } = virtualComparison();
    decodeBoth(...allFrames);
    comparison.play();
    pass(500);
    comparison.pause();
    const { frame } = comparison.getState();
    comparison.step(1);
    comparison.step(1);
    comparison.step(-3);
    expect(shown.slice(-3)).toEqual([frame + 1, frame + 2, frame - 1]);
    comparison.step(-99);
    expect(comparison.getState().frame).toBe(0);
  });

  it("shows a nearby frame while scrubbing and the exact one when the pointer rests", () => {
    const { comparison, left, right, decodeBoth, pass, shown } = virtualComparison();
    decodeBoth(0, 10, 11);
    left.decode(20);
    pass(16);
    comparison.scrubTo(21);
    pass(16);
    expect(shown.at(-1)).toBe(11);
    // A preview beside a full frame would reveal which clip is the larger one.
    left.decode(21);
    right.sketched.add(21);
    pass(16);
    expect(shown.at(-1)).toBe(11);
    left.sketched.add(21);
    left.events.onFrame();
    pass(16);
    expect(shown.at(-1)).toBe(21);
    pass(100);
    expect(left.focused.frame).toBe(21);
    comparison.scrubTo(22);
    comparison.endScrub();
    decodeBoth(22);
    pass(16);
    expect([shown.at(-1), comparison.getState().frame]).toEqual([22, 22]);
  });

  it("decodes nothing while previews are available, until the pointer rests", () => {
    const { comparison, left, right, decodeBoth, pass } = virtualComparison();
    decodeBoth(0);
    pass(16);
    for (const source of [left, right]) for (const frame of allFrames) source.sketched.add(frame);
    comparison.scrubTo(30);
    pass(48);
    expect([comparison.getState().frame, left.focused.frame]).toEqual([30, 0]);
    pass(48);
    expect(left.focused.frame).toBe(30);
    decodeBoth(30);
    pass(16);
    expect(left.images.filter(({ isOpen }) => isOpen)).toHaveLength(1);
  });

  it("resumes after scrubbing if it was playing before", () => {
    const { comparison, decodeBoth, pass } = virtualComparison();
    decodeBoth(...allFrames);
    comparison.play();
    pass(100);
    comparison.scrubTo(20);
    pass(300);
    expect(comparison.getState()).toMatchObject({ isPlaying: false, frame: 20 });
    comparison.endScrub();
    pass(100);
    expect(comparison.getState().isPlaying).toBe(true);
    expect(comparison.getState().frame).toBeGreaterThan(20);
  });

  it("plays on request even if the end of scrubbing wasn't reported", () => {
    const { comparison, decodeBoth, pass } = virtualComparison();
    decodeBoth(...allFrames);
    comparison.scrubTo(10);
    comparison.play();
    pass(200);
    expect(comparison.getState().frame).toBeGreaterThan(12);
  });

  it("stops when the page is hidden", () => {
    const { comparison, decodeBoth, pass, hide } = virtualComparison();
    decodeBoth(...allFrames);
    comparison.play();
    pass(100);
    hide();
    expect(comparison.getState().isPlaying).toBe(false);
  });

  it("shows the previous frame for one that the decoder skipped", () => {
    const { comparison, left, right, decodeBoth, pass, shown } = virtualComparison();
    for (const source of [left, right]) source.leftOut.add(5);
    decodeBoth(...allFrames.filter((frame) => frame !== 5));
    pass(16);
    comparison.goToFrame(5);
    expect(shown.at(-1)).toBe(5);
  });

  it("reports which side failed and stops playing", () => {
    const { comparison, decodeBoth, right, pass } = virtualComparison();
    decodeBoth(0, 1);
    comparison.play();
    pass(32);
    right.events.onFailure();
    comparison.play();
    expect(comparison.getState()).toMatchObject({ failedSide: "right", isPlaying: false });
  });

  it("releases every frame except the current one, and that one on close", () => {
    const { comparison, left, right, decodeBoth, pass } = virtualComparison();
    decodeBoth(...allFrames);
    comparison.play();
    pass(700);
    const open = () => [left, right].flatMap(({ images }) => images).filter((each) => each.isOpen);
    expect(open()).toHaveLength(2);
    comparison.close();
    expect([open().length, left.isClosed, right.isClosed]).toEqual([0, true, true]);
    comparison.play();
    pass(100);
    expect(open()).toHaveLength(0);
  });
});

/** An action of the creator or a decoder. */
const anyAction: fc.Arbitrary<(world: VirtualComparison) => void> = fc.oneof(
  fc.nat(FRAMES + 5).map(
    (frame) =>
      ({ comparison }: VirtualComparison) =>
        comparison.goToFrame(frame),
  ),
  fc.nat(FRAMES + 5).map(
    (frame) =>
      ({ comparison }: VirtualComparison) =>
        comparison.scrubTo(frame),
  ),
  fc.integer({ min: -60, max: 60 }).map(
    (by) =>
      ({ comparison }: VirtualComparison) =>
        comparison.step(by),
  ),
  fc.constantFrom<(world: VirtualComparison) => void>(
    ({ comparison }) => comparison.play(),
    ({ comparison }) => comparison.pause(),
    ({ comparison }) => comparison.toggle(),
    ({ comparison }) => comparison.endScrub(),
    ({ comparison }) => comparison.setRegion(null),
  ),
  fc.boolean().map(
    (isLooping) =>
      ({ comparison }: VirtualComparison) =>
        comparison.setLooping(isLooping),
  ),
  fc.tuple(fc.nat(50), fc.nat(50)).map(
    ([startFrame, endFrame]) =>
      ({ comparison }: VirtualComparison) =>
        comparison.setRegion({ startFrame, endFrame }),
  ),
  fc.double({ min: 0, max: 3, noNaN: true }).map(
    (speed) =>
      ({ comparison }: VirtualComparison) =>
        comparison.setSpeed(speed),
  ),
  fc.nat(700).map(
    (ms) =>
      ({ pass }: VirtualComparison) =>
        pass(ms),
  ),
  fc.array(fc.nat(FRAMES - 1)).map(
    (frames) =>
      ({ left }: VirtualComparison) =>
        left.decode(...frames),
  ),
  fc.array(fc.nat(FRAMES - 1)).map(
    (frames) =>
      ({ right }: VirtualComparison) =>
        right.decode(...frames),
  ),
  fc.nat(FRAMES - 1).map((frame) => ({ left, right }: VirtualComparison) => {
    left.sketched.add(frame);
    right.sketched.add(frame);
  }),
);

describe("for any actions in any order, however slowly frames arrive", () => {
  it("shows the same frame on both sides, reports it in the state, and settles on the requested one", () => {
    fc.assert(
      fc.property(fc.array(anyAction, { maxLength: 40 }), fc.nat(FRAMES - 1), (actions, last) => {
        // Its listener throws if two different frames are shown side by side.
        const made = virtualComparison();
        for (const action of actions) {
          action(made);
          const { frame, isReady, frameCount } = made.comparison.getState();
          const shown = made.comparison.getShown();
          expect(shown?.frame ?? 0).toBe(frame);
          expect(shown?.left.index).toBe(shown?.right.index);
          expect(isReady).toBe(shown !== null);
          expect(frame).toBeLessThan(frameCount);
          for (const side of [made.left, made.right]) {
            expect(side.images.filter(({ isOpen }) => isOpen)).toHaveLength(isReady ? 1 : 0);
          }
        }
        made.comparison.pause();
        made.comparison.goToFrame(last);
        made.decodeBoth(...allFrames);
        made.pass(200);
        expect(made.comparison.getState().frame).toBe(last);
        expect(made.isIdle()).toBe(true);
      }),
    );
  });
});
