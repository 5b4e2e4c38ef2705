import type { LookupAddress } from "node:dns";
import { describe, expect, it } from "vitest";
import { ClipAddressRefused } from "#proxy/clips/clip-address.ts";
import { guardedLookup } from "./guarded-lookup.ts";

type Answer = [error: Error | null, found: string | LookupAddress[], family?: number | undefined];

/** What a guarded resolver answers when the resolver behind it gives this answer. */
function guarded(...answer: Answer): Answer {
  let given: Answer = [null, "never called"];
  const lookup = guardedLookup((_hostname, _options, callback) => callback(...answer));
  lookup("cdn.test", {}, (...heard) => {
    given = heard;
  });
  return given;
}

const all = (...addresses: string[]): LookupAddress[] =>
  addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));

describe("a resolver of public addresses", () => {
  it.each<Answer>([
    [null, "8.8.8.8", 4],
    [null, "2001:4860:4860::8888", 6],
    [null, all("8.8.8.8", "2001:4860:4860::8888")],
  ])("passes public ones on: %j %j", (...answer) => {
    expect(guarded(...answer).slice(0, answer.length)).toEqual(answer);
  });

  it.each<Answer>([
    [null, "127.0.0.1", 4],
    [null, all("8.8.8.8", "10.0.0.1")],
    [null, all("10.0.0.1", "8.8.8.8")],
    [null, "", 0],
  ])("refuses a name if any of them is not public: %j %j", (...answer) => {
    expect(guarded(...answer)).toEqual([expect.any(ClipAddressRefused), "", 0]);
  });

  it("passes on the error of the resolver behind it", () => {
    const error = new Error("no such name");
    expect(guarded(error, "", 0)[0]).toBe(error);
  });
});
