import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { ASPECT_RATIOS, DURATIONS, MODES } from "#kirin/parameters.ts";
import { requestSchema } from "#kirin/request.ts";
import {
  draftSchema,
  draftToRequestSchema,
  EMPTY_DRAFT,
  isBlank,
  TAKE_COUNTS,
  toDraft,
  toPairs,
  toRequest,
} from "./request-draft.ts";

const draftArbitrary = fc.record({
  prompt: fc.string({ minLength: 1, maxLength: 80 }).map((text) => `A ${text}`),
  negative_prompt: fc.string({ maxLength: 40 }),
  mode: fc.constantFrom(...MODES),
  sound: fc.boolean(),
  aspect_ratio: fc.constantFrom(...ASPECT_RATIOS),
  duration: fc.constantFrom(...DURATIONS),
  watermark: fc.boolean(),
  callback_url: fc.constantFrom("", "https://example.com/hook"),
  external_task_id: fc.constantFrom("", "shot-010"),
  takes: fc.constantFrom(...TAKE_COUNTS),
});

describe("a draft", () => {
  it("becomes a valid request for any choice, alone and as a pair", () => {
    fc.assert(
      fc.property(draftArbitrary, (draft) => {
        for (const request of [toRequest(draft), ...toPairs(draft)]) {
          expect(z.safeParse(requestSchema, request).success).toBe(true);
        }
      }),
    );
  });

  it("sends everything that is set", () => {
    expect(
      toRequest({
        ...EMPTY_DRAFT,
        prompt: " A sea ",
        negative_prompt: " boats ",
        mode: "pro",
        sound: true,
        aspect_ratio: "9:16",
        duration: "10",
        watermark: true,
        callback_url: "https://example.com/hook",
        external_task_id: "shot-010",
      }),
    ).toEqual({
      prompt: " A sea ",
      negative_prompt: " boats ",
      mode: "pro",
      sound: "on",
      aspect_ratio: "9:16",
      duration: "10",
      watermark_info: { enabled: true },
      callback_url: "https://example.com/hook",
      external_task_id: "shot-010",
    });
  });

  it("starts empty, with Kirin's defaults and one take", () => {
    expect(EMPTY_DRAFT).toEqual({
      prompt: "",
      negative_prompt: "",
      mode: "std",
      sound: false,
      aspect_ratio: "16:9",
      duration: "5",
      watermark: false,
      callback_url: "",
      external_task_id: "",
      takes: "1",
    });
  });

  it("omits a negative prompt of spaces", () => {
    const draft = { ...EMPTY_DRAFT, prompt: "A sea", negative_prompt: "  " };
    expect(toRequest(draft)).not.toHaveProperty("negative_prompt");
  });

  it("is blank without a prompt and a negative prompt, whatever else is set", () => {
    const texts = [
      ["", ""],
      [" ", "\n"],
      ["A sea", ""],
      ["", "boats"],
    ] as const;
    expect(
      texts.map(([prompt, negative_prompt]) =>
        isBlank({ ...EMPTY_DRAFT, mode: "pro", prompt, negative_prompt }),
      ),
    ).toEqual([true, true, false, false]);
  });

  it("is converted by the form's schema, which names the invalid field", () => {
    const draft = { ...EMPTY_DRAFT, prompt: "A sea" };
    expect(z.safeParse(draftToRequestSchema, draft).data).toEqual(toRequest(draft));
    const invalid = z.safeParse(draftToRequestSchema, { ...draft, callback_url: "nowhere" });
    expect(invalid.error?.issues.map(({ path }) => path)).toEqual([["callback_url"]]);
  });

  it("omits settings that are not set", () => {
    expect(toRequest({ ...EMPTY_DRAFT, prompt: "A sea" })).toEqual({
      prompt: "A sea",
      mode: "std",
      aspect_ratio: "16:9",
      duration: "5",
    });
  });

  it("never sends sound with Standard, but remembers the choice", () => {
    const draft = { ...EMPTY_DRAFT, prompt: "A sea", sound: true };
    expect(toRequest(draft)).not.toHaveProperty("sound");
    expect(toRequest({ ...draft, mode: "pro" })).toHaveProperty("sound", "on");
  });

  it("gives each half of a pair its own task ID", () => {
    const pair = toPairs({ ...EMPTY_DRAFT, prompt: "A sea", external_task_id: "shot-010" });
    expect(pair.map(({ external_task_id }) => external_task_id)).toEqual([
      "shot-010-std",
      "shot-010-pro",
    ]);
    for (const request of toPairs({ ...EMPTY_DRAFT, prompt: "A sea", takes: "2" })) {
      expect(request).not.toHaveProperty("external_task_id");
    }
  });

  it("gives each take its own task ID, which doesn't depend on the number of takes", () => {
    const draft = {
      ...EMPTY_DRAFT,
      prompt: "A sea",
      external_task_id: "shot",
      takes: "3",
    } as const;
    expect(toPairs(draft).map(({ external_task_id }) => external_task_id)).toEqual([
      "shot-std",
      "shot-pro",
      "shot-std-2",
      "shot-pro-2",
      "shot-std-3",
      "shot-pro-3",
    ]);
    expect(toPairs(draft).slice(0, 2)).toEqual(toPairs({ ...draft, takes: "1" }));
  });

  it("is restored from its request, without the used task ID", () => {
    fc.assert(
      fc.property(draftArbitrary, (draft) => {
        const request = toRequest(draft);
        const { external_task_id: _used, ...rest } = request;
        expect(toRequest(toDraft(request))).toEqual(rest);
      }),
    );
  });

  it("is parsed from storage field by field, ignoring invalid values", () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...Object.keys(EMPTY_DRAFT)), fc.jsonValue()),
        (json) => {
          expect(z.safeParse(draftSchema, json).success).toBe(true);
        },
      ),
    );
    expect(z.parse(draftSchema, { prompt: "kept", mode: "ultra" })).toEqual({
      ...EMPTY_DRAFT,
      prompt: "kept",
    });
  });
});
