/** The writing side of judging: every word the creator gives is written as it is given. */
import { type Judgement, type Remark, remarkId, type Verdict } from "#studio/domain/judgement.ts";
import { startVerdict } from "#studio/domain/verdict-steps.ts";
import { studioJudgements } from "#studio/storage/studio-judgements.ts";

/** What a verdict begins with, where there is none yet. */
export type VerdictStart = Omit<Parameters<typeof startVerdict>[0], "now">;

/** Changes the verdict of two clips, or begins it. */
export function changeVerdict(
  start: VerdictStart,
  change: (verdict: Verdict, now: string) => Verdict,
): void {
  const now = new Date().toISOString();
  const fresh = startVerdict({ ...start, now });
  void studioJudgements.change(fresh.id, (before) => change(asVerdict(before) ?? fresh, now));
}

/** Changes what is said of one clip, or begins it. */
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
