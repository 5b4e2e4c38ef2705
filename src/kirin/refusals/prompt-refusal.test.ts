import { describe, expect, test } from "vitest";
import { isPromptRefusal, reportedMeaning } from "./prompt-refusal.ts";

const failed = (message: string, code: string | null = "002014097", causeCode?: string) => ({
  code,
  causeCode,
  message,
});

describe("recognises a refused prompt", () => {
  test.each([
    "Moderation rejected this request.",
    "blocked by risk-control",
    "Risk control: request denied",
    "content safety check failed",
    "Content-Policy violation",
    "The text violates our community guidelines.",
    "Request refused by the platform's current acceptable use policy",
    "contains sensitive words",
  ])("by the text: %s", (message) => {
    expect(isPromptRefusal(failed(message))).toBe(true);
  });

  test.each([
    "Internal error",
    "The content could not be rendered.",
    "moderations",
    "rejected by the queue",
    "a sensitive microphone",
  ])("not by a text that only sounds similar: %s", (message) => {
    expect(isPromptRefusal(failed(message))).toBe(false);
  });

  test("by the business code, whatever the text says", () => {
    expect(isPromptRefusal(failed("Something went wrong.", "1301"))).toBe(true);
    expect(isPromptRefusal(failed("Something went wrong.", "002014099", "1300"))).toBe(true);
    expect(isPromptRefusal({ code: "1301" })).toBe(true);
  });

  test("not by another business code, whatever the text says", () => {
    expect(isPromptRefusal(failed("Moderation is down.", "5001"))).toBe(false);
    expect(isPromptRefusal(failed("content policy service busy", "002014097", "1302"))).toBe(false);
  });

  test("not without a code and without a text", () => {
    expect(isPromptRefusal({ code: null })).toBe(false);
  });
});

test("by the code of the cause rather than the code of the task", () => {
  expect(reportedMeaning({ code: "1302", causeCode: "1301" })).toBe("prompt");
  expect(reportedMeaning({ code: "1302" })).toBe("pace");
  expect(reportedMeaning({ code: "002014097" })).toBeNull();
});
