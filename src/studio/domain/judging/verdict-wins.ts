/** Finds which clips were chosen over which others. */
import { type Judgement, type Verdict, verdictId } from "./judgement.ts";
import { chosenBy } from "./verdict-steps.ts";

/**
 * Ids of the entries that an entry was chosen over. A verdict that was not blind overrides a blind one about the same
 * two entries.
 */
export function chosenOver(entryId: string, judgements: ReadonlyMap<string, Judgement>): string[] {
  return [...judgements.values()].flatMap((judgement) => {
    if (judgement.kind !== "verdict" || isOverridden(judgement, judgements)) return [];
    if (chosenBy(judgement) !== entryId) return [];
    return [judgement.leftId === entryId ? judgement.rightId : judgement.leftId];
  });
}

/** Ids of the entries that were chosen in a comparison, or ranked first among takes that differ. */
export function chosenIds(judgements: ReadonlyMap<string, Judgement>): Set<string> {
  const ids = new Set<string>();
  for (const judgement of judgements.values()) {
    for (const id of winnersOf(judgement, judgements)) ids.add(id);
  }
  return ids;
}

function winnersOf(
  judgement: Judgement,
  judgements: ReadonlyMap<string, Judgement>,
): readonly string[] {
  if (judgement.kind === "ranking") {
    const [best, ...others] = judgement.groups;
    return best !== undefined && others.length > 0 ? best : [];
  }
  if (judgement.kind !== "verdict" || isOverridden(judgement, judgements)) return [];
  const chosen = chosenBy(judgement);
  return chosen === null ? [] : [chosen];
}

function isOverridden(
  { isBlind, leftId, rightId }: Verdict,
  judgements: ReadonlyMap<string, Judgement>,
): boolean {
  const open = isBlind ? judgements.get(verdictId(false, leftId, rightId)) : undefined;
  return open?.kind === "verdict" && open.answers.better !== undefined;
}
