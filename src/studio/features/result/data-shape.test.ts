import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { childrenOf, countLeaves, leafText } from "./data-shape.ts";

describe("the shape of data", () => {
  it("counts every value of any JSON exactly once", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        let leaves = 0;
        const walk = (part: unknown): void => {
          if (typeof part === "object" && part !== null) Object.values(part).forEach(walk);
          else leaves += 1;
        };
        walk(value);
        expect(countLeaves(value)).toBe(leaves);
      }),
    );
  });

  it("leaves strings unchanged and writes other values as JSON", () => {
    expect(leafText("0.3500")).toBe("0.3500");
    expect(leafText(1)).toBe("1");
    expect(leafText(null)).toBe("null");
    expect(leafText(false)).toBe("false");
  });

  it("numbers list items from one", () => {
    expect(childrenOf(["a", "b"])).toEqual([
      ["1", "a"],
      ["2", "b"],
    ]);
    expect(childrenOf("a")).toBeNull();
  });
});
