/** What the creator's judgements say about a pair. */
import { type Judgement, verdictId } from "#studio/domain/judging/judgement.ts";
import { chosenBy } from "#studio/domain/judging/verdict-steps.ts";
import type { Pair } from "#studio/domain/life/pairs.ts";

export interface PairVerdict {
  isBlind: boolean;
  /** The preferred half; null for no difference. */
  preferred: "std" | "pro" | null;
}

/** The blind verdict on a pair once it is revealed, otherwise the open one. Null if it is not judged. */
export function verdictOn(
  { std, pro }: Pair,
  judgements: ReadonlyMap<string, Judgement>,
): PairVerdict | null {
  for (const isBlind of [true, false]) {
    const verdict = judgements.get(verdictId(isBlind, std.id, pro.id));
    if (verdict?.kind !== "verdict") continue;
    const isGiven = isBlind ? verdict.revealedAt !== null : verdict.answers.better !== undefined;
    if (!isGiven) continue;
    const chosenId = chosenBy(verdict);
    if (chosenId === null) return { isBlind, preferred: null };
    return { isBlind, preferred: chosenId === std.id ? "std" : "pro" };
  }
  return null;
}
