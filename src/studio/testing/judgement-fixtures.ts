/** Valid judgements for tests, which vary only what they test. */
import {
  type Remark,
  remarkId,
  type Verdict,
  verdictId,
} from "#studio/domain/judging/judgement.ts";
import { NOON } from "./fixtures.ts";

/** A verdict on the entries "std" and "pro", open by default, without answers. */
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

/** An empty remark. */
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
