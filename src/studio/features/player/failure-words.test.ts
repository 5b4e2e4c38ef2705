import { describe, expect, it } from "vitest";
import type { Problem } from "#contract/problem.ts";
import { failures } from "#words/player.ts";
import { failureWords } from "./failure-words.ts";

const expired: Problem = {
  type: "about:blank",
  title: "gone",
  status: 410,
  code: "clip-expired",
  detail: "",
  retryable: false,
  requestId: "r1",
};

describe("why a clip does not play", () => {
  it("blames the connection first: without one nothing else can be known", () => {
    expect(failureWords("unplayable", expired, false)).toBe(failures.offline);
  });

  it("believes the proxy where it gives a reason, and adds what to do", () => {
    const words = failureWords("unplayable", expired, true);
    expect(words.title).toMatch(/expired/i);
    expect(words.detail).toMatch(/again/i);
  });

  it("blames the browser for bytes that come but cannot be shown", () => {
    expect(failureWords("decode", undefined, true)).toBe(failures.unreadable);
    expect(failureWords("unplayable", null, true)).toBe(failures.unreadable);
    expect(failureWords("network", null, true)).toBe(failures.network);
  });
});
