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

function isOverridden(
  { isBlind, leftId, rightId }: Verdict,
  judgements: ReadonlyMap<string, Judgement>,
): boolean {
  const open = isBlind ? judgements.get(verdictId(false, leftId, rightId)) : undefined;
  return open?.kind === "verdict" && open.answers.better !== undefined;
}
