import { expect, test } from "vitest";
import { aFailedEntry, aGeneration, anEntry, aProblem } from "#studio/testing/fixtures.ts";
import { fieldAtFault } from "./field-at-fault.ts";

const refused = (change: Parameters<typeof aProblem>[1]) =>
  anEntry({ phase: "refused", problem: aProblem("upstream-invalid-parameters", change) });

test.each([
  [[{ field: "duration", message: "not-an-option" }], "the mode is wrong", "duration"],
  [[{ field: "model", message: "" }], undefined, undefined],
  [[], "Invalid value for aspect_ratio: 4:3", "aspect_ratio"],
  [[], "watermark_info must be an object", "watermark"],
  [[], "The negative_prompt is too long for this prompt", "negative_prompt"],
  [[], "Something is wrong", undefined],
] as const)("of the issues %j and the message %j is %s", (issues, upstreamMessage, field) => {
  expect(fieldAtFault(refused({ issues: [...issues], upstreamMessage }))).toBe(field);
});

test("is the prompt if the content check refused it without a name", () => {
  const error = { code: "002014097", causeCode: "1301", message: "refused by policy" };
  expect(fieldAtFault(aFailedEntry({ generation: aGeneration({ error }) }))).toBe("prompt");
});
