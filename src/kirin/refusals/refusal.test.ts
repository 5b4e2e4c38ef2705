import fc from "fast-check";
import { expect, test } from "vitest";
import { BUSINESS_CODES } from "./business-codes.ts";
import { findReason, parseRefusal } from "./refusal.ts";

test.each([
  [
    "wrapped",
    { status: { code: 1303, message: "parallel task over resource pack limit" } },
    "1303",
  ],
  ["an error object", { error: { code: "1303", message: "x" } }, "1303"],
  ["flat", { code: 1303, message: "x" }, "1303"],
])("finds the code of a refusal %s", (_, body, code) => {
  expect(parseRefusal(body).code).toBe(code);
});

test.each([
  [{ error: "no balance" }, "no balance"],
  [{ detail: "no balance" }, "no balance"],
  [{ error: { error_message: "no balance" } }, "no balance"],
  [{ message: "Request failed", error_message: "no balance" }, "no balance"],
  [{ message: "Task failed", fail_reason: "no balance" }, "no balance"],
  [{ detail: [{ loc: ["body"] }, { msg: "no balance" }] }, "no balance"],
  ["no balance", "no balance"],
])("finds the message of %j", (body, message) => {
  expect(parseRefusal(body).message).toBe(message);
});

const said = (code: unknown) => ({ code, message: "said why" });
const FORMS: Readonly<Record<string, (code: unknown) => unknown>> = {
  bare: said,
  "under error": (code) => ({ error: said(code) }),
  "under error of an error": (code) => ({ error: { error: said(code) } }),
  wrapped: (code) => ({ data: null, status: said(code) }),
  "as JSON in error": (code) => ({ error: JSON.stringify({ error: said(code) }) }),
  "as JSON in a message": (code) => ({
    code: 400,
    message: JSON.stringify({ error: { message: JSON.stringify(said(code)) } }),
  }),
  "as JSON in JSON text": (code) => ({ error: JSON.stringify(JSON.stringify(said(code))) }),
  "behind a gateway's words": (code) => ({
    code: 500,
    message: `upstream answered 400: ${JSON.stringify({ error: said(code) })}`,
  }),
  "in a list of objects": (code) => ({ detail: [said(code)] }),
};

test.each(Object.entries(FORMS))(
  "finds every business code and the reason %s, as a number and as a string",
  (_, form) => {
    for (const { code } of BUSINESS_CODES) {
      for (const written of [code, Number(code), ` ${code} `]) {
        expect(parseRefusal(form(written))).toEqual({ code, message: "said why" });
      }
    }
  },
);

test("prefers a business code to any other code at any position", () => {
  expect(parseRefusal({ status: { code: 400 }, error: { code: 1102 } }).code).toBe("1102");
  expect(parseRefusal({ code: 1301, error: { code: "invalid_request" } }).code).toBe("1301");
  expect(findReason({ error: { code: "002014097", message: '{"code":1301}' } })).toMatchObject({
    code: "1301",
    firstCode: "002014097",
  });
});

test.each(["SUCCEED", "succeed", "Success", "success.", "", "  ", "null", "OK"])(
  "never takes %j for the reason",
  (message) => {
    expect(parseRefusal({ error: { code: 1102, message }, message: "low" }).message).toBe("low");
    expect(parseRefusal({ code: 1102, message })).toEqual({ code: "1102", message: null });
  },
);

test("does not take an error with code 0 for a refusal", () => {
  expect(parseRefusal({ error: { code: 0, message: "all fine" } })).toEqual({
    code: null,
    message: null,
  });
});

test.each([
  ["JSON without a sentence", '{"trace":{"id":7}}', null],
  ["a list of objects", '[{"trace":7}]', null],
  ["a single quote", '"', '"'],
  ["JSON that was cut off", '{"error":{"message":"too lo', null],
  ["a list of words", '["5","10"]', null],
  [
    "a sentence that quotes JSON",
    'must be an object such as {"enabled": true}.',
    'must be an object such as {"enabled": true}.',
  ],
  ["a sentence with brackets", "[prompt] is [too] long", "[prompt] is [too] long"],
  ["a quoted sentence", '"Too long," it said.', '"Too long," it said.'],
])("keeps only the sentence of %s", (_, message, expected) => {
  expect(parseRefusal({ message }).message).toBe(expected);
});

test.each([
  ["under error", { error: { code: 1302, message: "too fast", retry_after: 8 } }, "8"],
  ["bare", { code: 1302, retry_after: "8" }, "8"],
  ["wrapped", { status: { code: 1302, retry_after: 8.5 }, data: null }, "8.5"],
  ["in a string", { error: '{"code":1302,"retry_after":8}' }, "8"],
  ["twice, the inner one first", { error: { retry_after: 8 }, retry_after: 60 }, "8"],
  ["not at all", { code: 1302 }, null],
])("finds retry_after %s", (_, body, expected) => {
  expect(findReason(body).retryAfter).toBe(expected);
});

test.each([" ", "", Number.NaN, Number.POSITIVE_INFINITY, true, null, []])(
  "ignores a code that is neither text nor a number: %j",
  (code) => {
    expect(findReason({ code, message: "why" })).toMatchObject({ code: null, message: "why" });
  },
);

test("limits the depth and the work", () => {
  let text = JSON.stringify(said(1301));
  for (let level = 0; level < 4; level += 1) text = JSON.stringify({ error: text });
  expect(parseRefusal(text)).toEqual({ code: "1301", message: "said why" });
  let deep: unknown = said(1301);
  for (let level = 0; level < 5000; level += 1) deep = { error: deep };
  expect(parseRefusal(deep)).toEqual({ code: null, message: null });
  const inLists = (levels: number) =>
    JSON.parse(`${"[".repeat(levels)}{"code":1301}${"]".repeat(levels)}`);
  expect(parseRefusal(inLists(16)).code).toBe("1301");
  expect(parseRefusal(inLists(17)).code).toBeNull();
  const many = (count: number) => [...Array(count).fill({}), said(1301)];
  expect(parseRefusal(many(19)).code).toBe("1301");
  expect(parseRefusal(many(20)).code).toBeNull();
});

test("never throws, whatever JSON it gets", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (body) => {
      expect(() => parseRefusal(body)).not.toThrow();
    }),
  );
});
