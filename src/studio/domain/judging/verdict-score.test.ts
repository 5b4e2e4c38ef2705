import { describe, expect, it } from "vitest";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { aCompletedEntry, aCompletedGeneration, NOON } from "#studio/testing/fixtures.ts";
import { aVerdict } from "#studio/testing/judgement-fixtures.ts";
import type { Verdict } from "./judgement.ts";
import { scoreBlindVerdicts } from "./verdict-score.ts";

function half(mode: "std" | "pro", index: number, cost: string | null): LibraryEntry {
  const id = `${mode}-${index}`;
  return aCompletedEntry({
    id,
    pairId: `pair-${index}`,
    request: { prompt: "Sea", mode },
    generation: aCompletedGeneration({ usage: cost === null ? null : { cost, discount: 1 } }),
  });
}

const press = (index: number, std: string | null = "0.21", pro: string | null = "0.42") => [
  half("std", index, std),
  half("pro", index, pro),
];

/** A blind verdict on one pair. The sides alternate from one to the next. */
function judged(
  index: number,
  looks: "std" | "pro" | null,
  change: Partial<Verdict> = {},
): Verdict {
  const ids = [`std-${index}`, `pro-${index}`];
  const [leftId = "", rightId = ""] = index % 2 === 0 ? ids : ids.toReversed();
  const chosenId = looks && `${looks}-${index}`;
  return aVerdict({
    isBlind: true,
    leftId,
    rightId,
    answers: { looks: { chosenId, at: NOON }, follows: { chosenId: null, at: NOON } },
    revealedAt: NOON,
    ...change,
  });
}

const answers = [...Array(7).fill("pro"), ...Array(3).fill("std"), null] as (
  | "pro"
  | "std"
  | null
)[];

describe("the scoreboard of blind verdicts", () => {
  it("counts Pro in 7 of 11, with an interval of 35 % to 85 %, at twice the cost", () => {
    const score = scoreBlindVerdicts(
      answers.map((looks, index) => judged(index, looks)),
      answers.flatMap((_looks, index) => press(index)),
    );
    expect(score).toMatchObject({ count: 11, costRatio: 2 });
    const [looks, follows] = score.questions;
    expect(looks).toMatchObject({
      question: "looks",
      count: 11,
      isEarly: false,
      pro: 7,
      std: 3,
      same: 1,
    });
    expect(Math.round((looks?.interval.low ?? 0) * 100)).toBe(35);
    expect(Math.round((looks?.interval.high ?? 0) * 100)).toBe(85);
    expect(follows).toMatchObject({ count: 11, pro: 0, std: 0, same: 11 });
    expect(score.questions).toHaveLength(2);
  });

  it("says that it is too early with fewer than ten verdicts", () => {
    const of = (count: number) =>
      scoreBlindVerdicts(
        answers.slice(0, count).map((looks, index) => judged(index, looks)),
        answers.flatMap((_looks, index) => press(index)),
      );
    expect(of(9).questions[0]?.isEarly).toBe(true);
    expect(of(10).questions[0]?.isEarly).toBe(false);
    expect(of(0)).toEqual({ count: 0, questions: [], costRatio: null });
  });

  it("counts finished pairs of one press that are still in the library", () => {
    const entries = [...press(0), ...press(1), ...press(2)];
    const score = scoreBlindVerdicts(
      [
        judged(0, "pro"),
        judged(1, "pro", { revealedAt: null }),
        judged(2, "pro", { isBlind: false }),
        judged(3, "pro"),
        judged(4, "pro", { leftId: "std-0", rightId: "pro-1" }),
        judged(5, "pro", { leftId: "std-0", rightId: "std-1" }),
      ],
      entries,
    );
    expect(score.count).toBe(1);
  });

  it("sums costs exactly, and only if both are known", () => {
    const verdicts = [judged(0, "pro"), judged(1, "std"), judged(2, "std")];
    const entries = [...press(0, "0.1", "0.2"), ...press(1, "0.2", "0.7"), ...press(2, null, "9")];
    expect(scoreBlindVerdicts(verdicts, entries).costRatio).toBe(3);
    expect(scoreBlindVerdicts(verdicts, press(0, "0", "0.2")).costRatio).toBeNull();
  });
});
