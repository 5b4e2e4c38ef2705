import fc from "fast-check";
import { expect, test } from "vitest";
import { pressKey } from "./press-key.ts";

const request = { prompt: "A lighthouse at dusk, waves below" };

test("gives a press without a name no key", () => {
  expect(pressKey(null, request)).toBeNull();
});

test("gives one press of one draft the same key in every tab and version", () => {
  expect(pressKey("draft 7", { ...request })).toBe(pressKey("draft 7", request));
  // Rows with this key are stored on devices, so it must not change.
  expect(pressKey("draft 7", request)).toBe("draft 7/b146dd96a3e01c2b");
  expect(pressKey("draft 7", { prompt: "" })).toBe("draft 7/c171b180922c0849");
});

test("gives another press, another request and each half of a pair a different key", () => {
  const keys = [
    pressKey("draft 7", request),
    pressKey("draft 8", request),
    pressKey("draft 7", { ...request, mode: "pro" }),
    pressKey("draft 7", { ...request, mode: "std" }),
    pressKey("draft 7", { prompt: `${request.prompt} ` }),
    pressKey("draft 7", request, 2),
    pressKey("draft 7", request, 3),
  ];
  expect(new Set(keys).size).toBe(keys.length);
});

test("gives the first take the same key for any number of takes", () => {
  expect(pressKey("draft 7", request, 1)).toBe(pressKey("draft 7", request));
});

test("gives different prompts different keys", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (one, other) => {
      fc.pre(one !== other);
      expect(pressKey("p", { prompt: one })).not.toBe(pressKey("p", { prompt: other }));
    }),
  );
});

test("distinguishes most prompts by either half of the key alone", () => {
  const prompts = fc.sample(fc.string(), { numRuns: 500, seed: 7 });
  const keys = new Map(prompts.map((prompt) => [prompt, pressKey("", { prompt }) ?? ""]));
  for (const [from, to] of [
    [1, 9],
    [9, 17],
  ] as const) {
    expect(new Set([...keys.values()].map((key) => key.slice(from, to))).size).toBe(keys.size);
  }
  for (const key of keys.values()) expect(key).toMatch(/^\/[0-9a-f]{16}$/);
});
