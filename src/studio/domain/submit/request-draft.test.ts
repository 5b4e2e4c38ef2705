import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { ASPECT_RATIOS, DURATIONS, MODES } from "#kirin/parameters.ts";
import { requestSchema } from "#kirin/request.ts";
import {
  draftSchema,
  EMPTY_DRAFT,
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
