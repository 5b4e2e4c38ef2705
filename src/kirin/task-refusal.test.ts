import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseTaskAnswer } from "./task.ts";

describe("responses that are not a task", () => {
  test("reads a wrapped refusal under any HTTP status", () => {
    expect(parseTaskAnswer({ data: null, status: { code: 401, message: "bad key" } })).toEqual({
      kind: "refused",
      refusal: { code: "401", message: "bad key" },
    });
  });

  test("does not take the messages of the task inside a refusal for its reason", () => {
    const data = { message: "Rendering" };
    expect(parseTaskAnswer({ data, status: { code: 401 } })).toEqual({
      kind: "refused",
      refusal: { code: "401", message: null },
    });
  });

  test("reads a sentence without a code as a refusal", () => {
    expect(parseTaskAnswer({ message: "no balance" })).toEqual({
      kind: "refused",
      refusal: { code: null, message: "no balance" },
    });
  });

  test.each([
    ["with an id that is the request's", { id: "req-1", code: 1102, message: "low" }],
    [
      "with a number as status",
      { id: "req-1", status: 429, error: { code: 1102 }, message: "low" },
    ],
    ["next to a queued task", { data: { id: "t", status: "queued" }, code: 1102, message: "low" }],
  ])("reads a known refusal code as a refusal %s", (_, answer) => {
    expect(parseTaskAnswer(answer)).toEqual({
      kind: "refused",
      refusal: { code: "1102", message: "low" },
    });
  });

  test.each([
    ["not-an-object", [1, 2]],
    ["no-id", {}],
    ["no-status", { id: "t" }],
    ["no-status", { id: "t", status: " " }],
    ["no-status", { id: "t", code: 7 }],
    ["no-id", { id: 1.5, status: "queued" }],
    ["no-id", { id: "", status: "queued" }],
  ])("reports %s", (reason, answer) => {
    expect(parseTaskAnswer(answer)).toEqual({ kind: "unreadable", reason });
  });

  test("parses any JSON as a task, a refusal or an unreadable answer", () => {
    const fields = fc.record(
      {
        id: fc.oneof(fc.string(), fc.jsonValue()),
        status: fc.oneof(fc.constantFrom("completed", "failed", "queued"), fc.jsonValue()),
        output: fc.jsonValue(),
        usage: fc.oneof(fc.jsonValue(), fc.record({ cost: fc.jsonValue() })),
        error: fc.jsonValue(),
        created_at: fc.oneof(fc.double(), fc.jsonValue()),
        progress: fc.jsonValue(),
        data: fc.jsonValue(),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), fields), (answer) => {
        expect(["task", "refused", "unreadable"]).toContain(parseTaskAnswer(answer).kind);
      }),
      { numRuns: 500 },
    );
  });
});
