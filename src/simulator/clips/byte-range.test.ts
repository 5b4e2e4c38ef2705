import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseByteRange } from "./byte-range.ts";

describe("parseByteRange", () => {
  test.each([
    [null, "whole"],
    ["bytes=0-", { first: 0, last: 999 }],
    ["bytes=0-0", { first: 0, last: 0 }],
    ["bytes=990-5000", { first: 990, last: 999 }],
    ["bytes=-1", { first: 999, last: 999 }],
    ["bytes=-5000", { first: 0, last: 999 }],
    ["BYTES=1-2", { first: 1, last: 2 }],
    ["bytes=1000-", "unsatisfiable"],
    ["bytes=-0", "unsatisfiable"],
    ["bytes=99999999999999999999999-", "unsatisfiable"],
    ["bytes=0-99999999999999999999999", { first: 0, last: 999 }],
    ["bytes=5-2", "whole"],
    ["bytes=-", "whole"],
    ["bytes=a-b", "whole"],
    ["items=0-1", "whole"],
    ["bytes=0-1,5-9", "whole"],
    ["", "whole"],
  ])("reads %j of 1000 bytes", (header, expected) => {
    expect(parseByteRange(header, 1000)).toEqual(
      typeof expected === "string" ? { kind: expected } : { kind: "part", ...expected },
    );
  });

  test("never returns a range outside the body", () => {
    const headers = fc.oneof(fc.string(), fc.stringMatching(/^bytes=\d{0,12}-\d{0,12}$/));
    fc.assert(
      fc.property(headers, fc.nat(5000), (header, size) => {
        const range = parseByteRange(header, size);
        if (range.kind !== "part") return;
        expect(range.first).toBeGreaterThanOrEqual(0);
        expect(range.first).toBeLessThanOrEqual(range.last);
        expect(range.last).toBeLessThan(size);
      }),
    );
  });
});
