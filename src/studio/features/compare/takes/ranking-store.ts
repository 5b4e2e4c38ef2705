/** The order of the takes of a press, as it is kept. */
import { type Match, type Ranking, rankingId } from "#studio/domain/judgement.ts";
import { studioJudgements } from "#studio/storage/studio-judgements.ts";
import { useJudgements } from "#studio/storage/use-judgements.ts";
import type { Groups } from "./blind-order.ts";

interface KeptRanking {
  /** Null where there is none. */
  ranking: Ranking | null;
  isUnsaved: boolean;
}

/** The order of a press that is kept. */
export function useRanking(pairId: string): KeptRanking {
  const { byId, unsavedCount } = useJudgements();
  const row = byId.get(rankingId(pairId));
  return { ranking: row?.kind === "ranking" ? row : null, isUnsaved: unsavedCount > 0 };
}

/**
 * Keeps an order in the place of the one that was `seen`: shown at once, and written for good. One that was not seen, since
 * the disk could not be read or another tab has just made it, stays as it is.
 */
export function keepRanking(
  pairId: string,
  seen: Ranking | null,
  groups: Groups,
  matches: readonly Match[],
): void {
  const id = rankingId(pairId);
  const at = new Date().toISOString();
  void studioJudgements.change(id, (before) =>
    before?.kind === "ranking" && before.at !== seen?.at
      ? before
      : { kind: "ranking", id, pairId, groups, matches, at },
  );
}
