import { describe, expect, it } from "vitest";
import { aCompletedEntry, atSecond, aWatchedEntry, NOON } from "#studio/testing/fixtures.ts";
import { aVerdict } from "#studio/testing/judgement-fixtures.ts";
import type { Judgement, Verdict } from "./judgement.ts";
import { blindQueue } from "./verdict-queue.ts";
import {
  answerVerdict,
  canReveal,
  chosenBy,
  FIRST_QUESTIONS,
  revealVerdict,
  startVerdict,
} from "./verdict-steps.ts";
import { chosenOver } from "./verdict-wins.ts";

const answer = (chosenId: string | null, second = 0) => ({ chosenId, at: atSecond(second) });
const keep = (...judgements: Judgement[]) => new Map(judgements.map((one) => [one.id, one]));
const blind = (change: Partial<Verdict> = {}) => aVerdict({ isBlind: true, ...change });
const ended = (looks: string | null, follows: string | null) =>
  blind({ answers: { looks: answer(looks), follows: answer(follows) }, revealedAt: NOON });

describe("a verdict", () => {
  it("is one verdict for two clips in either order", () => {
    const start = (leftId: string, rightId: string) =>
      startVerdict({ isBlind: true, leftId, rightId, now: NOON });
    expect(start("pro", "std").id).toBe(start("std", "pro").id);
    expect(start("pro", "std")).toEqual(blind({ leftId: "pro", rightId: "std" }));
  });

  it("reveals the sides only after both questions are answered", () => {
    const half = answerVerdict(blind(), "looks", answer(null));
    expect(canReveal(half)).toBe(false);
    expect(revealVerdict(half, NOON)).toBe(half);
    const whole = answerVerdict(half, "follows", answer("pro"));
    expect(revealVerdict(whole, NOON).revealedAt).toBe(NOON);
    expect(revealVerdict(revealVerdict(whole, NOON), atSecond(9)).revealedAt).toBe(NOON);
  });

  it("allows changed answers before the reveal, and only later questions after it", () => {
    const changed = answerVerdict(
      answerVerdict(blind(), "looks", answer("std")),
      "looks",
      answer("pro", 5),
    );
    expect(changed.answers.looks).toEqual(answer("pro", 5));
    const sealed = ended("std", "std");
    for (const question of FIRST_QUESTIONS) {
      expect(answerVerdict(sealed, question, answer("pro"))).toBe(sealed);
    }
    expect(answerVerdict(sealed, "sound", answer("pro")).answers.sound).toEqual(answer("pro"));
  });

  it("chooses a clip if no answer favours the other", () => {
    expect(chosenBy(ended("pro", null))).toBe("pro");
    expect(chosenBy(ended("pro", "pro"))).toBe("pro");
    expect(chosenBy(ended("pro", "std"))).toBeNull();
    expect(chosenBy(ended(null, null))).toBeNull();
    expect(chosenBy(aVerdict({ answers: { better: answer("std") } }))).toBe("std");
    expect(chosenBy(aVerdict())).toBeNull();
  });

  it("has no winner before the reveal", () => {
    const answered = blind({ answers: { looks: answer("pro"), follows: answer("pro") } });
    expect(chosenBy(answered)).toBeNull();
    expect(chosenOver("pro", keep(answered))).toEqual([]);
  });
});

describe("wins of an entry", () => {
  it("lists every entry it was preferred to", () => {
    const judgements = keep(
      ended("pro", "pro"),
      aVerdict({ leftId: "pro", rightId: "other", answers: { better: answer("pro") } }),
    );
    expect(chosenOver("pro", judgements)).toEqual(["std", "other"]);
    expect(chosenOver("std", judgements)).toEqual([]);
  });

  it("uses the open verdict if there are both", () => {
    const judgements = keep(ended("pro", "pro"), aVerdict({ answers: { better: answer("std") } }));
    expect(chosenOver("pro", judgements)).toEqual([]);
    expect(chosenOver("std", judgements)).toEqual(["pro"]);
  });
});

describe("the queue of blind comparisons", () => {
  const entry = (id: string, mode: "std" | "pro", pairId: string) =>
    aCompletedEntry({ id, pairId, request: { prompt: "Sea", mode } });

  it("contains every finished unjudged pair, in an order that reveals nothing", () => {
    const entries = [
      entry("b", "std", "new"),
      entry("a", "pro", "new"),
      entry("c", "std", "old"),
      entry("d", "pro", "old"),
      entry("e", "std", "half"),
      aWatchedEntry({ id: "f", pairId: "half", request: { prompt: "Sea", mode: "pro" } }),
      entry("g", "std", "alone"),
    ];
    expect(blindQueue(entries, new Map())).toEqual([
      ["a", "b"],
      ["c", "d"],
    ]);
    const judged = { ...ended(null, null), leftId: "b", rightId: "a", id: "blind:a:b" };
    expect(blindQueue(entries, keep(judged))).toEqual([["c", "d"]]);
    expect(blindQueue(entries, keep({ ...judged, revealedAt: null }))).toHaveLength(2);
  });

  it("pairs takes with the same number", () => {
    const takes = ["a", "b"].flatMap((id) => [
      entry(`${id}-std`, "std", "press"),
      entry(`${id}-pro`, "pro", "press"),
    ]);
    expect(blindQueue(takes, new Map())).toEqual([
      ["a-pro", "a-std"],
      ["b-pro", "b-std"],
    ]);
  });
});
