import fc from "fast-check";
import { expect, test } from "vitest";
import * as z from "zod/mini";
import type { KirinRequest } from "#kirin/request.ts";
import { RECENT_SEND_MS, recordSend, sendRecordSchema, wasSentElsewhere } from "./recent-send.ts";

const request: KirinRequest = { prompt: "A fox", mode: "std", duration: "5" };
const pro: KirinRequest = { ...request, mode: "pro" };
const SENT_AT = Date.parse("2026-11-30T12:00:00Z");
const note = recordSend("draft 7", [request, pro], SENT_AT);
const nobody = { knownPresses: new Set<string>(), nowMs: SENT_AT + 1000 };

test("finds a request of another page's press, for either half of a pair", () => {
  expect(wasSentElsewhere(note, [request], nobody)).toBe(true);
  expect(wasSentElsewhere(note, [pro], nobody)).toBe(true);
  expect(wasSentElsewhere(null, [request], nobody)).toBe(false);
});

test("ignores this page's own presses, so a deliberate second take needs no confirmation", () => {
  const own = { ...nobody, knownPresses: new Set(["draft 7"]) };
  expect(wasSentElsewhere(note, [request], own)).toBe(false);
});

test("ignores the task ID and the order of parameters, and compares every value", () => {
  const reordered = {
    duration: "5",
    mode: "std",
    prompt: "A fox",
    external_task_id: "mine",
  } as const;
  expect(wasSentElsewhere(note, [reordered], nobody)).toBe(true);
  expect(wasSentElsewhere(note, [{ ...request, prompt: "A fox." }], nobody)).toBe(false);
  expect(wasSentElsewhere(note, [{ ...request, duration: "10" }], nobody)).toBe(false);
});

test("counts a send as recent for two minutes, even if the clock was set back", () => {
  fc.assert(
    fc.property(fc.integer({ min: -10 * RECENT_SEND_MS, max: 10 * RECENT_SEND_MS }), (agoMs) => {
      const wasSent = wasSentElsewhere(note, [request], { ...nobody, nowMs: SENT_AT + agoMs });
      expect(wasSent).toBe(Math.abs(agoMs) < RECENT_SEND_MS);
    }),
  );
});

test("one of several requests is enough", () => {
  const other: KirinRequest = { prompt: "A whale" };
  expect(wasSentElsewhere(note, [other, request], nobody)).toBe(true);
  expect(wasSentElsewhere(note, [other], nobody)).toBe(false);
});

test("a record is recent for less than two minutes", () => {
  const after = (agoMs: number) =>
    wasSentElsewhere(note, [request], { ...nobody, nowMs: SENT_AT + agoMs });
  expect([119_999, 120_000].map(after)).toEqual([true, false]);
});

test("a stored record is read as it was written, and anything else is rejected", () => {
  expect(z.safeParse(sendRecordSchema, JSON.parse(JSON.stringify(note))).data).toEqual(note);
  for (const part of [{ press: 1 }, { works: [1] }, { works: null }, { atMs: "1" }]) {
    expect(z.safeParse(sendRecordSchema, { ...note, ...part }).success).toBe(false);
  }
});
