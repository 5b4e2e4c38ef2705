/** Summarizes the blind verdicts. There is no single quality score: each question is counted separately. */
import Big from "big.js";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { modeOf } from "#studio/domain/life/pairs.ts";
import { comparableCost } from "#studio/domain/usage/costs.ts";
import type { Judgement, Question, Verdict } from "./judgement.ts";
import { type Interval, wilsonInterval } from "./verdict-interval.ts";

/** With fewer verdicts, the result is not meaningful yet. */
export const VERDICTS_MIN = 10;

export const BLIND_QUESTIONS = ["looks", "follows", "sound"] as const satisfies readonly Question[];
export type BlindQuestion = (typeof BLIND_QUESTIONS)[number];

/** The answers to one question. `count` is the sum of `pro`, `std` and `same`, so ties count. */
export interface QuestionScore {
  question: BlindQuestion;
  count: number;
  pro: number;
  std: number;
  same: number;
  /** Confidence interval of `pro` divided by `count`. */
  interval: Interval;
  /** Whether there are too few answers for a conclusion. */
  isEarly: boolean;
}

export interface Scoreboard {
  /** Blind verdicts of a std and a pro clip of one press. */
  count: number;
  /** Questions with at least one answer. */
  questions: readonly QuestionScore[];
  /**
   * The total cost of pro divided by that of std, over all judged pairs with both costs known. Null if there are none
   * or they use several units.
   */
  costRatio: number | null;
}

/** A verdict with both of its entries. Verdicts whose entries are missing are not counted. */
interface Judged {
  verdict: Verdict;
  std: LibraryEntry;
  pro: LibraryEntry;
}

/** Summarizes the completed blind verdicts. */
export function scoreBlindVerdicts(
  judgements: Iterable<Judgement>,
  entries: readonly LibraryEntry[],
): Scoreboard {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const judged = [...judgements].flatMap((judgement) => judgedPair(judgement, byId) ?? []);
  return {
    count: judged.length,
    questions: BLIND_QUESTIONS.map((question) => scoreQuestion(question, judged)).filter(
      ({ count }) => count > 0,
    ),
    costRatio: costRatioOf(judged),
  };
}

function judgedPair(judgement: Judgement, byId: ReadonlyMap<string, LibraryEntry>): Judged | null {
  if (judgement.kind !== "verdict" || !judgement.isBlind || judgement.revealedAt === null) {
    return null;
  }
  const sides = [byId.get(judgement.leftId), byId.get(judgement.rightId)];
  const std = sides.find((entry) => entry && modeOf(entry) === "std");
  const pro = sides.find((entry) => entry && modeOf(entry) === "pro");
  // Clips of different prompts cannot be used to compare the modes.
  if (!std || !pro || std.pairId === null || std.pairId !== pro.pairId) return null;
  return { verdict: judgement, std, pro };
}

function scoreQuestion(question: BlindQuestion, judged: readonly Judged[]): QuestionScore {
  const tally = { pro: 0, std: 0, same: 0 };
  for (const { verdict, std, pro } of judged) {
    const answer = verdict.answers[question];
    if (answer === undefined) continue;
    if (answer.chosenId === pro.id) tally.pro += 1;
    else if (answer.chosenId === std.id) tally.std += 1;
    else tally.same += 1;
  }
  const count = tally.pro + tally.std + tally.same;
  return {
    question,
    count,
    ...tally,
    interval: wilsonInterval(tally.pro, count),
    isEarly: count < VERDICTS_MIN,
  };
}

function costRatioOf(judged: readonly Judged[]): number | null {
  const known = judged.flatMap(({ std, pro }) => {
    const costs = { std: comparableCost(std), pro: comparableCost(pro) };
    return costs.std !== null && costs.std.unit === costs.pro?.unit
      ? [{ std: costs.std.amount, pro: costs.pro.amount, unit: costs.std.unit }]
      : [];
  });
  if (new Set(known.map(({ unit }) => unit)).size !== 1) return null;
  const sum = (mode: "std" | "pro") =>
    known.reduce((total, costs) => total.plus(costs[mode]), new Big(0));
  return sum("std").gt(0) ? sum("pro").div(sum("std")).toNumber() : null;
}
