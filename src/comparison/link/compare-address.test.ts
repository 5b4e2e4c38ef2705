import { expect, it } from "vitest";
import { parseCompareAddress } from "./compare-address.ts";
import { INITIAL_LINK } from "./compare-link.ts";

it("distinguishes an empty side from a missing one", () => {
  expect(parseCompareAddress("").keys).toEqual({ left: null, right: null });
  expect(parseCompareAddress("left=a&right=").keys).toEqual({ left: "a", right: "" });
});

it("lists the settings in the URL, even with default values", () => {
  const none = { speed: false, isLooping: false, audible: false };
  expect(parseCompareAddress("left=a&right=b&at=5").isSpecified).toEqual(none);
  const { isSpecified, link } = parseCompareAddress("speed=1&loop=0&hear=left");
  expect(isSpecified).toEqual({ speed: true, isLooping: true, audible: true });
  expect(link).toEqual({ ...INITIAL_LINK, audible: "left" });
});

it("uses the screen's default view only if the URL specifies none", () => {
  expect(parseCompareAddress("", "wipe").link.view.view).toBe("wipe");
  expect(parseCompareAddress("view=side", "wipe").link.view.view).toBe("side");
});
