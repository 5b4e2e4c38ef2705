import { expect, test } from "vitest";
import { EMPTY_DRAFT } from "#studio/domain/submit/request-draft.ts";
import { draftResolver } from "./draft-resolver.ts";

function resolve(change: Partial<typeof EMPTY_DRAFT>) {
  const options = { fields: {}, shouldUseNativeValidation: false };
  return draftResolver({ ...EMPTY_DRAFT, ...change }, undefined, options);
}

test("gives the request to send for a draft that is valid", async () => {
  const { values, errors } = await resolve({ prompt: "Surf", mode: "pro", sound: true });
  expect(values).toMatchObject({ prompt: "Surf", mode: "pro", sound: "on" });
  expect(errors).toEqual({});
});

test("gives the first issue of each field, and no request", async () => {
  const { values, errors } = await resolve({ prompt: "", callback_url: "nowhere" });
  expect(values).toEqual({});
  expect(Object.keys(errors).sort()).toEqual(["callback_url", "prompt"]);
  expect(errors.prompt?.message).toMatch(/\w/);
});
