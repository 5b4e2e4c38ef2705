import { type CheckRow, checksOf, mergeChecks } from "#studio/domain/judging/checks.ts";
import type { Check, Remark } from "#studio/domain/judging/judgement.ts";
import { remarkId } from "#studio/domain/judging/judgement.ts";
import type { Judged, JudgedEntries } from "#studio/features/judging/judged-sides.ts";
import { asRemark, changeRemark } from "#studio/features/judging/save-judgement.ts";
import { useJudgements } from "#studio/storage/judgements/use-judgements.ts";

export interface Checks {
  rows: readonly CheckRow[];
  remarks: Judged<Remark | undefined>;
  /** Changes the checklist of one clip or of both. */
  change: (
    sides: readonly ("left" | "right")[],
    change: (checks: readonly Check[]) => Check[],
  ) => void;
}

/** The saved checklists of two clips, or the ones derived from their prompts. */
export function useChecks(entries: JudgedEntries): Checks {
  const { byId } = useJudgements();
  const remarkOf = (side: "left" | "right") => asRemark(byId.get(remarkId(entries[side].id)));
  const remarks = { left: remarkOf("left"), right: remarkOf("right") };
  const listOf = (side: "left" | "right") => checksOf(remarks[side], entries[side].request.prompt);
  return {
    rows: mergeChecks(listOf("left"), listOf("right")),
    remarks,
    change(sides, change) {
      for (const side of sides) {
        const { id, request } = entries[side];
        changeRemark(id, (remark) => ({
          ...remark,
          checks: change(checksOf(remark, request.prompt)),
        }));
      }
    },
  };
}
