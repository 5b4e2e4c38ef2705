/** The blind verdict of two clips, created when they are first shown. */
import { useEffect } from "react";
import { type Verdict, verdictId } from "#studio/domain/judging/judgement.ts";
import { asVerdict, changeVerdict } from "#studio/features/judging/save-judgement.ts";
import { useJudgements } from "#studio/storage/judgements/use-judgements.ts";

/**
 * The sides are drawn at random once and kept on disk only. They are not in the URL, and a reload restores them.
 * Undefined until they are drawn. `pair` is null while there is nothing to judge.
 */
export function useBlindVerdict(pair: readonly [string, string] | null): Verdict | undefined {
  const { byId, isLoading } = useJudgements();
  const [one, other] = pair ?? [];
  const verdict = one && other ? asVerdict(byId.get(verdictId(true, one, other))) : undefined;
  const isMissing = pair !== null && !isLoading && verdict === undefined;

  useEffect(() => {
    if (!isMissing || !one || !other) return;
    const [leftId, rightId] = isHeads() ? [one, other] : [other, one];
    // If another tab created the verdict first, its sides are kept.
    changeVerdict({ isBlind: true, leftId, rightId }, (before) => before);
  }, [isMissing, one, other]);

  return verdict;
}

function isHeads(): boolean {
  const [byte = 0] = crypto.getRandomValues(new Uint8Array(1));
  return byte % 2 === 0;
}
