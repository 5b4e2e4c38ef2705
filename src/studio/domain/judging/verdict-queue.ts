/** Finds the pairs that are ready for a blind verdict. */
import { outcomeOf } from "#studio/domain/life/entry-status.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { takesOf } from "#studio/domain/life/pairs.ts";
import { type Judgement, verdictId } from "./judgement.ts";

/** Ids of two clips, in an order that does not reveal their modes. */
export type BlindPair = readonly [string, string];

/**
 * All finished pairs without a completed blind verdict, newest press first. A pair consists of takes with the same
 * number.
 */
export function blindQueue(
  entries: readonly LibraryEntry[],
  judgements: ReadonlyMap<string, Judgement>,
): BlindPair[] {
  const pairIds = new Set(entries.flatMap(({ pairId }) => pairId ?? []));
  return [...pairIds].flatMap((pairId) => {
    const takes = takesOf(pairId, entries).filter(({ entry }) => outcomeOf(entry) === "completed");
    return takes.flatMap(({ mode, number, entry }): BlindPair[] => {
      if (mode !== "std") return [];
      const pro = takes.find((take) => take.mode === "pro" && take.number === number)?.entry;
      if (pro === undefined || isJudged(judgements.get(verdictId(true, entry.id, pro.id))))
        return [];
      return [entry.id < pro.id ? [entry.id, pro.id] : [pro.id, entry.id]];
    });
  });
}

function isJudged(judgement: Judgement | undefined): boolean {
  return judgement?.kind === "verdict" && judgement.revealedAt !== null;
}
