/** Stores the ranking of the takes of one press. */
import { type Match, type Ranking, rankingId } from "#studio/domain/judging/judgement.ts";
import { studioJudgements } from "#studio/storage/judgements/studio-judgements.ts";
import { useJudgements } from "#studio/storage/judgements/use-judgements.ts";
import type { Groups } from "./blind-order.ts";

interface KeptRanking {
  /** Null if there is none. */
  ranking: Ranking | null;
  isUnsaved: boolean;
}

/** The stored ranking of a press. */
export function useRanking(pairId: string): KeptRanking {
  const { byId, unsavedCount } = useJudgements();
  const row = byId.get(rankingId(pairId));
  return { ranking: row?.kind === "ranking" ? row : null, isUnsaved: unsavedCount > 0 };
}

/**
 * Replaces the ranking that was `seen`: shown immediately and saved. If the stored ranking differs from `seen`, because
 * reading it had failed or another tab just changed it, the stored one is kept.
 */
export function keepRanking(
  pairId: string,
  seen: Ranking | null,
  { groups, matches }: { groups: Groups; matches: readonly Match[] },
): void {
  const id = rankingId(pairId);
  const at = new Date().toISOString();
  void studioJudgements.change(id, (before) =>
    before?.kind === "ranking" && before.at !== seen?.at
      ? before
      : { kind: "ranking", id, pairId, groups, matches, at },
  );
}
