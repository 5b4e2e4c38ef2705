import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as z from "zod/mini";
import {
  countCharacters,
  EXTERNAL_TASK_ID_MAX_CHARACTERS,
  PROMPT_MAX_CHARACTERS,
} from "./parameters.ts";
import {
  parseWireRequest,
  REQUEST_ISSUES,
  requestIssues,
  requestSchema,
  resolveRequest,
  storedRequestSchema,
  toWireRequest,
} from "./request.ts";
import { validRequest } from "./testing/arbitraries.ts";

function issuesOf(body: unknown): string[] {
  const parsed = z.safeParse(requestSchema, body);
  return parsed.success
    ? []
    : requestIssues(parsed.error).map(({ field, reason }) => `${field}: ${reason}`);
}

describe("valid requests", () => {
  test("survive a round trip over the wire", () => {
    fc.assert(
      fc.property(validRequest, (request) => {
        const wire: unknown = JSON.parse(JSON.stringify(toWireRequest(request)));
        expect(parseWireRequest(wire)).toEqual({ ok: true, request });
        expect(z.safeParse(requestSchema, request).success).toBe(true);
      }),
    );
  });

  test("nest the parameters, send duration as a string and omit unset ones", () => {
    expect(toWireRequest({ prompt: "a lighthouse", duration: "10" })).toStrictEqual({
      model: "kirin_v2_6_t2v",
      input: [{ params: { prompt: "a lighthouse", duration: "10" } }],
    });
  });

  test("keep every parameter that is set", () => {
    const request = {
      prompt: "sea",
      negative_prompt: "boats",
      mode: "pro",
      sound: "off",
      aspect_ratio: "1:1",
      duration: "5",
      watermark_info: { enabled: false },
      callback_url: "https://me.example/done",
      external_task_id: "mine-1",
    } as const;
    expect(toWireRequest(request).input[0].params).toStrictEqual(request);
    const only = toWireRequest({ prompt: "sea", sound: "on" }).input[0].params;
    expect(only).toStrictEqual({ prompt: "sea", sound: "on" });
  });

  test("omit an empty negative prompt", () => {
    const wire = toWireRequest({ prompt: "sea", negative_prompt: "" });
    expect(wire.input[0].params).toEqual({ prompt: "sea" });
  });

  test("get Kirin's defaults for unset parameters", () => {
    expect(resolveRequest({ prompt: "sea" })).toEqual({
      prompt: "sea",
      negativePrompt: "",
      mode: "std",
      sound: false,
      aspectRatio: "16:9",
      durationSeconds: 5,
      watermark: false,
    });
  });

  test("keep what was set when the defaults are applied", () => {
    expect(
      resolveRequest({
        prompt: "sea",
        negative_prompt: "boats",
        mode: "pro",
        sound: "on",
        aspect_ratio: "9:16",
        duration: "10",
        watermark_info: { enabled: true },
      }),
    ).toEqual({
      prompt: "sea",
      negativePrompt: "boats",
      mode: "pro",
      sound: true,
      aspectRatio: "9:16",
      durationSeconds: 10,
      watermark: true,
    });
    const off = resolveRequest({ prompt: "sea", watermark_info: { enabled: false } });
    expect(off.watermark).toBe(false);
  });

  test("have exactly one input with the model's own name", () => {
    const [input] = toWireRequest({ prompt: "sea" }).input;
    const model = "kirin_v2_6_t2v";
    for (const body of [
      { model, input: [] },
      { model, input: [input, input] },
      { model: "kirin_v2_6_i2v", input: [input] },
      { input: [input] },
    ]) {
      expect(parseWireRequest(body).ok).toBe(false);
    }
    const params = { prompt: "sea", watermark_info: { enabled: 1 } };
    expect(parseWireRequest({ model, input: [{ params }] })).toEqual({
      ok: false,
      issues: [{ field: "input.0.params.watermark_info.enabled", reason: "wrong-type" }],
    });
  });
});

test("upgrade: a stored request breaks a rule of today → it can still be read", () => {
  const stored = {
    prompt: "",
    negative_prompt: "n".repeat(PROMPT_MAX_CHARACTERS + 1),
    callback_url: "ftp://example.com",
    external_task_id: "a/b",
  };
  expect(storedRequestSchema.parse(stored)).toEqual(stored);
  expect(storedRequestSchema.safeParse({ prompt: 7 }).success).toBe(false);
  expect(storedRequestSchema.safeParse({}).success).toBe(false);
  expect(storedRequestSchema.safeParse({ prompt: "x", mode: "ultra" }).success).toBe(false);
});

describe("limits", () => {
  const emoji = "🦊";

  test("count Unicode code points, not UTF-16 code units", () => {
    expect(countCharacters(emoji.repeat(3))).toBe(3);
    expect(issuesOf({ prompt: emoji.repeat(PROMPT_MAX_CHARACTERS) })).toEqual([]);
    expect(issuesOf({ prompt: `${emoji.repeat(PROMPT_MAX_CHARACTERS)}!` })).toEqual([
      `prompt: ${REQUEST_ISSUES.promptTooLong}`,
    ]);
    expect(
      issuesOf({ prompt: "x", negative_prompt: "é".repeat(PROMPT_MAX_CHARACTERS + 1) }),
    ).toEqual([`negative_prompt: ${REQUEST_ISSUES.negativePromptTooLong}`]);
  });

  test.each([
    ["an empty prompt", { prompt: "" }, `prompt: ${REQUEST_ISSUES.promptMissing}`],
    ["a blank prompt", { prompt: " \n " }, `prompt: ${REQUEST_ISSUES.promptMissing}`],
    [
      "a blank prompt that is too long, as blank only",
      { prompt: " ".repeat(PROMPT_MAX_CHARACTERS + 1) },
      `prompt: ${REQUEST_ISSUES.promptMissing}`,
    ],
    ["sound without pro", { prompt: "x", sound: "on" }, `sound: ${REQUEST_ISSUES.soundNeedsPro}`],
    [
      "sound with std",
      { prompt: "x", sound: "on", mode: "std" },
      `sound: ${REQUEST_ISSUES.soundNeedsPro}`,
    ],
    [
      "a callback with another scheme",
      { prompt: "x", callback_url: "ftp://example.com" },
      `callback_url: ${REQUEST_ISSUES.callbackUrlInvalid}`,
    ],
    ...["http://", "http:///path", "https://?query", "https://#part", "https:// a"].map(
      (callback_url): [string, object, string] => [
        `a callback without a host: ${callback_url}`,
        { prompt: "x", callback_url },
        `callback_url: ${REQUEST_ISSUES.callbackUrlInvalid}`,
      ],
    ),
    ...[" a", "a "].map((external_task_id): [string, object, string] => [
      `a task id with spaces around it: ${JSON.stringify(external_task_id)}`,
      { prompt: "x", external_task_id },
      `external_task_id: ${REQUEST_ISSUES.externalTaskIdInvalid}`,
    ]),
    [
      "an unknown part of a parameter, by its path",
      { prompt: "x", watermark_info: { enabled: true, text: "K" } },
      `watermark_info.text: ${REQUEST_ISSUES.unknownParameter}`,
    ],
    [
      "a task id that is not a valid path segment",
      { prompt: "x", external_task_id: ".." },
      `external_task_id: ${REQUEST_ISSUES.externalTaskIdInvalid}`,
    ],
    ...["a/b", "a\\b", "..%2f", "%2E%2E", "a\u0000b"].map((id): [string, object, string] => [
      `a task id that makes another path: ${JSON.stringify(id)}`,
      { prompt: "x", external_task_id: id },
      `external_task_id: ${REQUEST_ISSUES.externalTaskIdInvalid}`,
    ]),
    [
      "a task id that is too long",
      { prompt: "x", external_task_id: "i".repeat(EXTERNAL_TASK_ID_MAX_CHARACTERS + 1) },
      `external_task_id: ${REQUEST_ISSUES.externalTaskIdInvalid}`,
    ],
  ])("refuse %s", (_, body, issue) => {
    expect(issuesOf(body)).toEqual([issue]);
  });

  test.each([
    ["a lone surrogate", "fox \uD83E"],
    ["NUL", "fox \u0000"],
    ["an escape character", "fox \u001B[1m"],
  ])("refuse %s in every text field", (_, text) => {
    const unsendable = REQUEST_ISSUES.unsendableCharacters;
    expect(issuesOf({ prompt: text })).toEqual([`prompt: ${unsendable}`]);
    expect(issuesOf({ prompt: "x", negative_prompt: text })).toEqual([
      `negative_prompt: ${unsendable}`,
    ]);
    const callback_url = `https://example.com/${text.replace(" ", "")}`;
    expect(issuesOf({ prompt: "x", callback_url })).toEqual([`callback_url: ${unsendable}`]);
    expect(issuesOf({ prompt: "x", external_task_id: text })).toEqual([
      `external_task_id: ${REQUEST_ISSUES.externalTaskIdInvalid}`,
    ]);
  });

  test("refuse a duration that is a number, an unknown mode and an unknown parameter", () => {
    expect(issuesOf({ prompt: "x", duration: 5 })).toEqual([
      `duration: ${REQUEST_ISSUES.notAnOption}`,
    ]);
    expect(issuesOf({ prompt: "x", mode: "ultra" })).toEqual([
      `mode: ${REQUEST_ISSUES.notAnOption}`,
    ]);
    expect(issuesOf({ prompt: "x", seed: 1, cfg: 2 })).toEqual([
      `seed: ${REQUEST_ISSUES.unknownParameter}`,
      `cfg: ${REQUEST_ISSUES.unknownParameter}`,
    ]);
    expect(issuesOf({ prompt: 7 })).toEqual([`prompt: ${REQUEST_ISSUES.wrongType}`]);
  });

  test("accept a callback whose scheme is in upper case", () => {
    expect(issuesOf({ prompt: "x", callback_url: "HTTPS://example.com/hook?a=1" })).toEqual([]);
  });

  test("accept the longest task id", () => {
    const external_task_id = "🦊".repeat(EXTERNAL_TASK_ID_MAX_CHARACTERS);
    expect(issuesOf({ prompt: "x", external_task_id })).toEqual([]);
  });

  test("accept sound with pro", () => {
    expect(issuesOf({ prompt: "x", mode: "pro", sound: "on" })).toEqual([]);
  });

  test("ignore unknown parameters on the wire, for forward compatibility", () => {
    const body = { model: "kirin_v2_6_t2v", input: [{ params: { prompt: "x", seed: 1 } }] };
    expect(parseWireRequest(body)).toEqual({ ok: true, request: { prompt: "x" } });
  });

  test("never throw for any JSON", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (body) => {
        expect(() => parseWireRequest(body)).not.toThrow();
      }),
    );
  });
});
