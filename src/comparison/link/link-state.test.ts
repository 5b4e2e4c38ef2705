import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createViewStore, INITIAL_VIEW } from "../geometry/view-state.ts";
import { createFakeComparison } from "../testing/fake-comparison.ts";
import { INITIAL_LINK, type LinkState, parseCompareLink } from "./compare-link.ts";
import {
  carryOverLinkState,
  comparisonSearch,
  readLinkState,
  restoreLinkState,
  swapLinkState,
  withoutDefaults,
} from "./link-state.ts";

const link: LinkState = {
  view: { ...INITIAL_VIEW, view: "blink" },
  frame: 37,
  speed: 0.5,
  isLooping: true,
  region: { startFrame: 10, endFrame: 40 },
  offsetFrames: -2,
  audible: "right",
};

describe("the state of a comparison", () => {
  it("matches the restored state", () => {
    const comparison = createFakeComparison();
    restoreLinkState(comparison, link);
    expect(readLinkState({ comparison, view: createViewStore(link.view) }, 0)).toEqual(link);
  });

  it("stays within the clips, whatever the URL says", () => {
    const comparison = createFakeComparison({
      media: { left: { frameCount: 30 }, right: { frameCount: 20 } },
    });
    restoreLinkState(comparison, link);
    expect(comparison.getState()).toMatchObject({
      frame: 29,
      region: { startFrame: 10, endFrame: 29 },
    });
    const shorter = createFakeComparison({
      media: { left: { frameCount: 5 }, right: { frameCount: 5 } },
    });
    restoreLinkState(shorter, link);
    expect(shorter.getState().region).toBeNull();
    const justEnough = createFakeComparison({
      media: { left: { frameCount: 11 }, right: { frameCount: 5 } },
    });
    restoreLinkState(justEnough, link);
    expect(justEnough.getState().region).toEqual({ startFrame: 10, endFrame: 10 });
  });

  it("plays the left clip's sound unless it has none, without writing that to the URL", () => {
    const both = createFakeComparison();
    restoreLinkState(both, INITIAL_LINK);
    expect(both.getState().audible).toBe("left");
    const one = createFakeComparison({ media: { left: { sound: null } } });
    restoreLinkState(one, INITIAL_LINK);
    expect(one.getState().audible).toBe("right");
    const read = readLinkState({ comparison: one, view: createViewStore() }, 0);
    expect(withoutDefaults(read, one)).toEqual(INITIAL_LINK);
    expect(withoutDefaults(read, both).audible).toBe("right");
    expect(withoutDefaults({ ...read, audible: "left" }, one).audible).toBe("left");
    const none = createFakeComparison({ media: { left: { sound: null }, right: { sound: null } } });
    expect(withoutDefaults({ ...read, audible: "right" }, none).audible).toBeNull();
  });

  it("is restored by swapping twice, and sound and offset follow their clips", () => {
    expect(swapLinkState(link)).toMatchObject({ offsetFrames: 2, audible: "left" });
    expect(swapLinkState({ ...link, offsetFrames: 0 }).offsetFrames).toBe(0);
    fc.assert(
      fc.property(
        fc.integer({ min: -50, max: 10 }),
        fc.constantFrom("left", "right", "none"),
        (offsetFrames, audible) => {
          const state: LinkState = { ...link, offsetFrames: offsetFrames + 0, audible };
          expect(swapLinkState(swapLinkState(state))).toEqual(state);
        },
      ),
    );
  });

  it("shows the same two frames after swapping", () => {
    const { frame, offsetFrames, region } = swapLinkState(link);
    // The right clip's frame is the timeline's frame minus the offset.
    expect({ frame, right: frame - offsetFrames }).toEqual({ frame: 37 + 2, right: 37 });
    expect(region).toEqual({ startFrame: 12, endFrame: 42 });
  });

  it("keeps only view settings for another clip", () => {
    expect(carryOverLinkState(link)).toEqual({
      ...INITIAL_LINK,
      view: link.view,
      speed: 0.5,
      isLooping: true,
    });
  });

  it("is in the URL after both sides", () => {
    const search = comparisonSearch({ left: "a", right: "b" }, link);
    expect(search.startsWith("left=a&right=b&view=blink&")).toBe(true);
    expect(parseCompareLink(search)).toEqual(link);
  });

  it("contains the view if another one is the default", () => {
    expect(parseCompareLink("left=a&right=b", "wipe").view.view).toBe("wipe");
    expect(comparisonSearch({ left: "a", right: "b" }, INITIAL_LINK)).toBe("left=a&right=b");
    const search = comparisonSearch({ left: "a", right: "b" }, INITIAL_LINK, true);
    expect(search).toBe("left=a&right=b&view=side");
    expect(parseCompareLink(search, "wipe")).toEqual(INITIAL_LINK);
  });
});
