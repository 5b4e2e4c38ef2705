/** Saves judgements. Every change is saved at once. */
import {
  type Judgement,
  type Remark,
  remarkId,
  type Verdict,
} from "#studio/domain/judging/judgement.ts";
import { startVerdict } from "#studio/domain/judging/verdict-steps.ts";
import { studioJudgements } from "#studio/storage/judgements/studio-judgements.ts";

/** The initial values of a new verdict. */
export type VerdictStart = Omit<Parameters<typeof startVerdict>[0], "now">;

/** Changes the verdict about two clips, or creates it. */
export function changeVerdict(
  start: VerdictStart,
  change: (verdict: Verdict, now: string) => Verdict,
): void {
  const now = new Date().toISOString();
  const fresh = startVerdict({ ...start, now });
  void studioJudgements.change(fresh.id, (before) => change(asVerdict(before) ?? fresh, now));
}

/** Changes the remark about a clip, or creates it. */
export function changeRemark(entryId: string, change: (remark: Remark) => Remark): void {
  const fresh: Remark = {
    kind: "remark",
    id: remarkId(entryId),
    entryId,
    rating: null,
    note: "",
    checks: null,
  };
  void studioJudgements.change(fresh.id, (before) => change(asRemark(before) ?? fresh));
}

/** The judgement, if it is a verdict. */
export function asVerdict(judgement: Judgement | undefined): Verdict | undefined {
  return judgement?.kind === "verdict" ? judgement : undefined;
}

/** The judgement, if it is a remark. */
export function asRemark(judgement: Judgement | undefined): Remark | undefined {
  return judgement?.kind === "remark" ? judgement : undefined;
}
