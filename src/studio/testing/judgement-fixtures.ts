/** Judgements for tests: whole and legal, to be varied where a test has something to say. */
import {
  type Remark,
  remarkId,
  type Verdict,
  verdictId,
} from "#studio/domain/judging/judgement.ts";
import { NOON } from "./fixtures.ts";

/** A verdict of the entries "std" and "pro", open unless said otherwise, with nothing answered. */
export function aVerdict(change: Partial<Verdict> = {}): Verdict {
  const { isBlind = false, leftId = "std", rightId = "pro" } = change;
  return {
    kind: "verdict",
    id: verdictId(isBlind, leftId, rightId),
    isBlind,
    leftId,
    rightId,
    startedAt: NOON,
    answers: {},
    revealedAt: null,
    reasons: [],
    note: "",
    ...change,
  };
}

/** A remark with nothing said. */
export function aRemark(change: Partial<Remark> = {}): Remark {
  const { entryId = "std" } = change;
  return {
    kind: "remark",
    id: remarkId(entryId),
    entryId,
    rating: null,
    note: "",
    checks: null,
    ...change,
  };
}
