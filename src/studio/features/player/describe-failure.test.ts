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

describe("the reason a clip does not play", () => {
  it("names the connection first, because without one nothing else is known", () => {
    expect(describeFailure({ ...clip, isOnline: false })).toBe(failures.offline);
  });

  it("reports an expired clip only when that is certain", () => {
    const { title, detail } = proxyProblems["clip-expired"];
    expect(describeFailure(clip)).toEqual({ title, detail });
    expect(describeFailure({ ...clip, isExpired: false })).toBe(failures.unconfirmed);
  });

  it("uses the proxy's reason and adds advice", () => {
    const empty = { ...expired, code: "clip-empty" };
    const words = describeFailure({ ...clip, problem: empty });
    expect(words.title).toMatch(/empty/i);
    expect(words.detail).toMatch(/again/i);
  });

  it("names the browser for bytes that arrive but can't be decoded", () => {
    expect(describeFailure({ ...clip, failure: "decode", problem: undefined })).toBe(
      failures.unreadable,
    );
    expect(describeFailure({ ...clip, failure: "decode" })).toBe(failures.unreadable);
    expect(describeFailure({ ...clip, problem: null })).toBe(failures.unreadable);
    expect(describeFailure({ ...clip, failure: "network", problem: null })).toBe(failures.network);
  });
});
