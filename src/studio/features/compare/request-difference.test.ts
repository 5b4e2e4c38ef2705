import { describe, expect, it } from "vitest";
import type { KirinRequest } from "#kirin/request.ts";
import { requestDifferences } from "./request-difference.ts";

const request: KirinRequest = { prompt: "Sea", mode: "std", external_task_id: "a" };

describe("the difference of two requests", () => {
  it("finds what differs, as it was sent, and not the task ids", () => {
    expect(
      requestDifferences(request, {
        ...request,
        mode: "pro",
        sound: "on",
        watermark_info: { enabled: true },
        external_task_id: "b",
      }),
    ).toEqual([
      { name: "mode", left: "std", right: "pro" },
      { name: "sound", left: undefined, right: "on" },
      { name: "watermark_info", left: undefined, right: '{"enabled":true}' },
    ]);
  });

  it("finds nothing between a request and itself", () => {
    expect(requestDifferences(request, { ...request, external_task_id: "b" })).toEqual([]);
  });

  it("tells the same with the sides changed over", () => {
    const other: KirinRequest = { prompt: "Lake", duration: "10" };
    const there = requestDifferences(request, other);
    const back = requestDifferences(other, request).map(({ name, left, right }) => ({
      name,
      left: right,
      right: left,
    }));
    expect(new Set(back)).toEqual(new Set(there));
  });
});
