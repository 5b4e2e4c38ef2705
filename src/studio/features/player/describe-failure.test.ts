import { describe, expect, it } from "vitest";
import type { Problem } from "#contract/problem.ts";
import { failures } from "#messages/player.ts";
import { proxyProblems } from "#messages/problems.ts";
import { describeFailure } from "./describe-failure.ts";

const expired: Problem = {
  type: "about:blank",
  title: "gone",
  status: 410,
  code: "clip-expired",
  detail: "",
  retryable: false,
  requestId: "r1",
};
const clip = { failure: "unplayable", problem: expired, isExpired: true, isOnline: true } as const;

describe("why a clip does not play", () => {
  it("blames the connection first: without one nothing else can be known", () => {
    expect(describeFailure({ ...clip, isOnline: false })).toBe(failures.offline);
  });

  it("says that a clip has expired only when that is sure", () => {
    const { title, detail } = proxyProblems["clip-expired"];
    expect(describeFailure(clip)).toEqual({ title, detail });
    expect(describeFailure({ ...clip, isExpired: false })).toBe(failures.unconfirmed);
  });

  it("believes the proxy where it gives a reason, and adds what to do", () => {
    const empty = { ...expired, code: "clip-empty" };
    const words = describeFailure({ ...clip, problem: empty });
    expect(words.title).toMatch(/empty/i);
    expect(words.detail).toMatch(/again/i);
  });

  it("blames the browser for bytes that come but cannot be shown", () => {
    expect(describeFailure({ ...clip, failure: "decode", problem: undefined })).toBe(
      failures.unreadable,
    );
    expect(describeFailure({ ...clip, problem: null })).toBe(failures.unreadable);
    expect(describeFailure({ ...clip, failure: "network", problem: null })).toBe(failures.network);
  });
});
