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
  it("is one of two clips, whichever stands left", () => {
    const start = (leftId: string, rightId: string) =>
      startVerdict({ isBlind: true, leftId, rightId, now: NOON });
    expect(start("pro", "std").id).toBe(start("std", "pro").id);
    expect(start("pro", "std")).toEqual(blind({ leftId: "pro", rightId: "std" }));
  });

  it("tells which was which only once both questions are answered", () => {
    const half = answerVerdict(blind(), "looks", answer(null));
    expect(canReveal(half)).toBe(false);
    expect(revealVerdict(half, NOON)).toBe(half);
    const whole = answerVerdict(half, "follows", answer("pro"));
    expect(revealVerdict(whole, NOON).revealedAt).toBe(NOON);
    expect(revealVerdict(revealVerdict(whole, NOON), atSecond(9)).revealedAt).toBe(NOON);
  });

  it("can be answered anew until then; afterwards only what comes later", () => {
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

  it("chooses a clip where no answer speaks for the other", () => {
    expect(chosenBy(ended("pro", null))).toBe("pro");
    expect(chosenBy(ended("pro", "pro"))).toBe("pro");
    expect(chosenBy(ended("pro", "std"))).toBeNull();
    expect(chosenBy(ended(null, null))).toBeNull();
    expect(chosenBy(aVerdict({ answers: { better: answer("std") } }))).toBe("std");
    expect(chosenBy(aVerdict())).toBeNull();
  });

  it("tells nobody of a winner before the sides are known", () => {
    const answered = blind({ answers: { looks: answer("pro"), follows: answer("pro") } });
    expect(chosenBy(answered)).toBeNull();
    expect(chosenOver("pro", keep(answered))).toEqual([]);
  });
});

describe("what was chosen over what", () => {
  it("holds all that an entry won against", () => {
    const judgements = keep(
      ended("pro", "pro"),
      aVerdict({ leftId: "pro", rightId: "other", answers: { better: answer("pro") } }),
    );
    expect(chosenOver("pro", judgements)).toEqual(["std", "other"]);
    expect(chosenOver("std", judgements)).toEqual([]);
  });

  it("goes by the open verdict where there are both", () => {
    const judgements = keep(ended("pro", "pro"), aVerdict({ answers: { better: answer("std") } }));
    expect(chosenOver("pro", judgements)).toEqual([]);
    expect(chosenOver("std", judgements)).toEqual(["pro"]);
  });
});

describe("the queue of blind comparisons", () => {
  const entry = (id: string, mode: "std" | "pro", pairId: string) =>
    aCompletedEntry({ id, pairId, request: { prompt: "Sea", mode } });

  it("holds every finished pair that was not judged, each in an order that tells nothing", () => {
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

  it("sets takes of one number against each other", () => {
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
