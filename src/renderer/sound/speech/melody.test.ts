import { expect, test } from "vitest";
import { melodyAt } from "./melody.ts";
import type { Syllable } from "./syllables.ts";

const plain: Syllable = { vowel: "a", onset: "stop", isStressed: false, pauseSeconds: 0 };

/** The pitch at the start of each of eight syllables. */
function starts(
  change: { index: number; syllable: Partial<Syllable> } | null = null,
  liveliness = 1,
) {
  const syllables = Array.from({ length: 8 }, (_, index) =>
    index === change?.index ? { ...plain, ...change.syllable } : plain,
  );
  const line = { syllables, voice: { liveliness }, isQuestion: false };
  return {
    pitch: syllables.map((_, index) => melodyAt(line, index, 0)),
    at: (index: number, fraction: number, isQuestion = false) =>
      melodyAt({ ...line, isQuestion }, index, fraction),
  };
}

test("the pitch sinks evenly from above the voice's own to below it", () => {
  const { pitch } = starts();
  expect(pitch[0]).toBeCloseTo(1.11);
  expect(pitch[4]).toBeCloseTo(1);
  expect(pitch[7]).toBeLessThan(0.95);
  expect(pitch).toEqual(pitch.toSorted((left, right) => right - left));
});

test("a stressed syllable rises in its middle and returns", () => {
  const stressed = starts({ index: 2, syllable: { isStressed: true } });
  const { at } = starts();
  expect(stressed.at(2, 0.5)).toBeCloseTo(at(2, 0.5) + 0.1);
  expect(stressed.at(2, 0)).toBeCloseTo(at(2, 0));
  expect(stressed.at(2, 1)).toBeCloseTo(at(2, 1));
  expect(stressed.at(3, 0.5)).toBeCloseTo(at(3, 0.5));
});

test("the pitch falls before a pause and at the end", () => {
  const paused = starts({ index: 2, syllable: { pauseSeconds: 0.2 } });
  const { at } = starts();
  expect(paused.at(2, 1)).toBeCloseTo(at(2, 1) - 0.1);
  expect(paused.at(2, 0.5)).toBeCloseTo(at(2, 0.5) - 0.05);
  expect(at(6, 1) - at(7, 1)).toBeGreaterThan(0.1);
});

test("a question rises only in its last syllable", () => {
  const paused = starts({ index: 2, syllable: { pauseSeconds: 0.2 } });
  expect(paused.at(7, 1, true)).toBeGreaterThan(1.2);
  expect(paused.at(6, 1, true)).toBeCloseTo(paused.at(6, 1));
  expect(paused.at(2, 1, true)).toBeCloseTo(paused.at(2, 1));
});

test("a lively voice exaggerates all of it, a flat one has none", () => {
  expect(starts(null, 2).at(1, 0) - 1).toBeCloseTo(2 * (starts().at(1, 0) - 1));
  expect(new Set(starts(null, 0).pitch)).toEqual(new Set([1]));
});
