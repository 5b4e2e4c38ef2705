import { describe, expect, it } from "vitest";
import { aCompletedEntry, aCompletedGeneration, atSecond } from "#studio/testing/fixtures.ts";
import { differenceSentence } from "./difference-sentence.ts";

const names = { left: "Standard", right: "Pro" };

function costing(cost: string | null, renderedSeconds: number | null, currency = "USD") {
  return aCompletedEntry({
    runningAt: renderedSeconds === null ? null : atSecond(10),
    endedAt: atSecond(10 + (renderedSeconds ?? 0)),
    generation: aCompletedGeneration({
      usage: cost === null ? null : { cost, discount: 1, currency },
    }),
  });
}

function differenceOf(
  left: ReturnType<typeof costing> | null,
  right: ReturnType<typeof costing> | null,
) {
  return differenceSentence({ left, right }, names);
}

describe("the difference sentence", () => {
  it("names the clip that cost more and took longer, with factors and amounts", () => {
    expect(differenceOf(costing("0.21", 30), costing("0.42", 69))).toEqual({
      sentence: "Pro cost 2.0 times as much and took 2.3 times as long.",
      detail: "That is $0.21 more and 39 s longer.",
    });
  });

  it("uses two sentences when the cheaper clip took longer", () => {
    expect(differenceOf(costing("0.21", 42), costing("0.42", 30))).toEqual({
      sentence: "Pro cost 2.0 times as much. Standard took 1.4 times as long.",
      detail: "That is $0.21 more.",
    });
  });

  it("says when cost or time is the same", () => {
    expect(differenceOf(costing("0.42", 60), costing("0.42", 60.4))).toEqual({
      sentence: "Both cost the same and took the same time.",
      detail: null,
    });
    expect(differenceOf(costing("0.42", 30), costing("0.42", 60))?.sentence).toBe(
      "Both cost the same. Pro took 2.0 times as long.",
    );
    expect(differenceOf(costing("1.00", null), costing("1.01", null))?.sentence).toBe(
      "Pro cost $0.01 more.",
    );
  });

  it("starts each sentence with the name of a clip", () => {
    const byPlace = { left: "Left clip", right: "Right clip" };
    const entries = { left: costing("0.42", 60), right: costing("0.42", 30) };
    expect(differenceSentence(entries, byPlace)?.sentence).toBe(
      "Both cost the same. Left clip took 2.0 times as long.",
    );
    expect(differenceSentence({ ...entries, left: costing("0.84", null) }, byPlace)?.sentence).toBe(
      "Left clip cost 2.0 times as much.",
    );
  });

  it("compares costs only in the same unit", () => {
    const pro = costing("35", null, "credit");
    expect(differenceOf(costing("14", null, "credit"), pro)).toEqual({
      sentence: "Pro cost 2.5 times as much.",
      detail: "That is 21 credits more.",
    });
    expect(differenceOf(costing("0.21", null), pro)).toBeNull();
    expect(differenceOf(costing("0,21", null), costing("0.35", null))).toBeNull();
  });

  it("omits what isn't known for both", () => {
    expect(differenceOf(costing("0", null), costing("0.42", 60))).toEqual({
      sentence: "Pro cost $0.42 more.",
      detail: null,
    });
    expect(differenceOf(costing(null, 30), costing("0.42", 60))).toEqual({
      sentence: "Pro took 2.0 times as long.",
      detail: "That is 30 s longer.",
    });
    expect(differenceOf(costing(null, 0), costing(null, 5))?.sentence).toBe("Pro took 5 s longer.");
    expect(differenceOf(null, costing("0.42", 60))).toBeNull();
  });
});
