import { describe, expect, it } from "vitest";
import type { Question, Verdict } from "#studio/domain/judging/judgement.ts";
import { startVerdict } from "#studio/domain/judging/verdict-steps.ts";
import { aCompletedEntry, atSecond } from "#studio/testing/fixtures.ts";
import { verdictOn } from "./pair-verdict.ts";

const now = atSecond(0);
const pair = { std: aCompletedEntry({ id: "std" }), pro: aCompletedEntry({ id: "pro" }) };

function aVerdict(
  isBlind: boolean,
  answers: Partial<Record<Question, string | null>>,
  revealedAt: string | null = null,
): Verdict {
  const given = Object.entries(answers).map(([question, chosenId]) => [
    question,
    { chosenId, at: now },
  ]);
  const start = startVerdict({ isBlind, leftId: "pro", rightId: "std", now });
  return { ...start, answers: Object.fromEntries(given), revealedAt };
}

const of = (...verdicts: Verdict[]) =>
  verdictOn(pair, new Map(verdicts.map((verdict) => [verdict.id, verdict])));

describe("the verdict on a pair", () => {
  it("is none before a judgement, and while a blind one is not revealed", () => {
    expect(of()).toBeNull();
    expect(of(aVerdict(false, {}))).toBeNull();
    expect(of(aVerdict(true, { looks: "pro", follows: "pro" }))).toBeNull();
  });

  it("names the preferred half, or no difference", () => {
    expect(of(aVerdict(false, { better: "std" }))).toEqual({ isBlind: false, preferred: "std" });
    expect(of(aVerdict(false, { better: null }))).toEqual({ isBlind: false, preferred: null });
  });

  it("prefers the blind verdict over the open one", () => {
    const blind = aVerdict(true, { looks: "pro", follows: "pro" }, now);
    expect(of(aVerdict(false, { better: "std" }), blind)).toEqual({
      isBlind: true,
      preferred: "pro",
    });
  });
});
