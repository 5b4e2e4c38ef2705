import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BLINK_PERIODS_MS, GAINS, INITIAL_VIEW, VIEWS } from "../geometry/view-state.ts";
import {
  formatCompareLink,
  INITIAL_LINK,
  type LinkState,
  parseCompareLink,
} from "./compare-link.ts";

const share = fc.integer({ min: 0, max: 10_000 }).map((value) => value / 10_000);
const frame = fc.integer({ min: 0, max: 10_000 });

const anyState: fc.Arbitrary<LinkState> = fc.record({
  view: fc.record({
    view: fc.constantFrom(...VIEWS),
    divider: share,
    isHorizontal: fc.boolean(),
    opacity: share,
    blinkMs: fc.constantFrom(...BLINK_PERIODS_MS, null),
    gain: fc.constantFrom(...GAINS),
    isLumaOnly: fc.boolean(),
    zoom: fc.option(fc.integer({ min: 1, max: 1600 }).map((value) => value / 100)),
    centreX: share,
    centreY: share,
  }),
  frame,
  speed: fc.constantFrom(0.1, 0.25, 0.5, 0.75, 1, 1.5, 2),
  isLooping: fc.boolean(),
  region: fc.option(
    fc.tuple(frame, frame).map(([one, other]) => ({
      startFrame: Math.min(one, other),
      endFrame: Math.max(one, other),
    })),
  ),
  offsetFrames: fc.integer({ min: -10_000, max: 10_000 }),
  audible: fc.constantFrom("left", "right", "none", null),
});

describe("the URL of a comparison", () => {
  it("has no region unless both marks are there", () => {
    const searches = ["from=0", "from=5", "to=5", ""];
    expect(searches.map((search) => parseCompareLink(search).region)).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect(parseCompareLink("from=5&to=5").region).toEqual({ startFrame: 5, endFrame: 5 });
    expect(parseCompareLink("offset=-0").offsetFrames).toBe(0);
  });

  it("round-trips", () => {
    fc.assert(
      fc.property(anyState, (state) => {
        expect(parseCompareLink(`?${formatCompareLink(state)}`)).toEqual(state);
      }),
    );
  });

  it("omits default values", () => {
    expect(formatCompareLink(INITIAL_LINK).toString()).toBe("");
    expect(parseCompareLink("?left=a&right=b")).toEqual(INITIAL_LINK);
  });

  it("is short and readable", () => {
    const state: LinkState = {
      ...INITIAL_LINK,
      view: { ...INITIAL_VIEW, view: "wipe", divider: 0.420_004, zoom: 2, centreX: 0.25 },
      frame: 37,
      region: { startFrame: 10, endFrame: 40 },
      isLooping: true,
      audible: "left",
    };
    expect(formatCompareLink(state).toString()).toBe(
      "view=wipe&split=0.42&zoom=2&x=0.25&at=37&from=10&to=40&loop=1&hear=left",
    );
  });

  it("keeps valid parts of an invalid URL", () => {
    const names = "view split lie mix blink gain luma zoom x y at speed from to loop offset hear";
    fc.assert(
      fc.property(fc.constantFrom(...names.split(" ")), fc.string(), (name, value) => {
        const state = parseCompareLink(`?${new URLSearchParams({ [name]: value })}`);
        expect(parseCompareLink(`?${formatCompareLink(state)}`)).toEqual(state);
      }),
    );
    expect(
      parseCompareLink(
        "?view=sideways&split=2&blink=3&gain=5&zoom=99&x=&y=0x1&at=-1&speed=9&from=9&to=3&hear=me&mix=0.25",
      ),
    ).toEqual({ ...INITIAL_LINK, view: { ...INITIAL_VIEW, opacity: 0.25 } });
  });
});
