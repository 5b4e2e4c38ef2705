import fc from "fast-check";
import { expect, test } from "vitest";
import { anEntry } from "#studio/testing/fixtures.ts";
import { clipFileName, slug } from "./file-name.ts";

// Local noon, because the date in a file name is in the creator's time zone.
const preparedAt = new Date(2026, 10, 22, 12).toISOString();

test("contains the prompt, the settings and the date", () => {
  const request = { prompt: "A lighthouse at dusk.", mode: "pro", aspect_ratio: "16:9" } as const;
  expect(clipFileName(anEntry({ request, preparedAt }))).toBe(
    "lighthouse-at-dusk_pro_16x9_2026-11-22.mp4",
  );
});

test.each([
  ["灯塔，黄昏", "灯塔-黄昏_std_16x9_2026-11-22.mp4"],
  ["Маяк на закате", "маяк-на-закате_std_16x9_2026-11-22.mp4"],
  ["The a an", "the-a-an_std_16x9_2026-11-22.mp4"],
  ["🌊🌊🌊", "clip_std_16x9_2026-11-22.mp4"],
  ["../../etc/passwd", "etc-passwd_std_16x9_2026-11-22.mp4"],
])("%s becomes %s", (prompt, name) => {
  expect(clipFileName(anEntry({ request: { prompt }, preparedAt }))).toBe(name);
});

test.each([
  ["one two three four five six seven", "one-two-three-four-five-six"],
  [`${"x".repeat(39)} y`, "x".repeat(39)],
  ["x".repeat(50), "x".repeat(40)],
  ["an ant", "ant"],
])("the words of a name are few and short: %s", (prompt, words) => {
  expect(slug(prompt)).toBe(words);
});

test("the date in a file name has a two-digit month and day", () => {
  const early = new Date(2026, 0, 5, 12).toISOString();
  expect(clipFileName(anEntry({ preparedAt: early }))).toMatch(/_2026-01-05\.mp4$/);
});

test("any prompt gives a name that is valid on every system", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 100 }), (prompt) => {
      const name = clipFileName(anEntry({ request: { prompt }, preparedAt }));
      expect(name).toMatch(/^[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}-]*_std_16x9_2026-11-22\.mp4$/u);
      expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(255);
    }),
  );
});
