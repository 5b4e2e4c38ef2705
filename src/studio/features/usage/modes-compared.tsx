/** Standard against Pro: what a second costs, and which the creator preferred without knowing. */
import Big from "big.js";
import * as judging from "#messages/judging.ts";
import * as messages from "#messages/usage.ts";
import { scoreBlindVerdicts, VERDICTS_MIN } from "#studio/domain/judging/verdict-score.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import type { Charge } from "#studio/domain/usage/usage.ts";
import { chargeFigures, isInCut } from "#studio/domain/usage/usage-figures.ts";
import { useJudgements } from "#studio/storage/judgements/use-judgements.ts";

interface ModesComparedProps {
  charges: readonly Charge[];
  /** The generations whose blind verdicts count. */
  entries: readonly LibraryEntry[];
}

/** Hidden until there is something to compare. */
export function ModesCompared({ charges, entries }: ModesComparedProps) {
  const times = costRatio(charges);
  const [first] = scoreBlindVerdicts(useJudgements().byId.values(), entries).questions;
  if (times === null && first === undefined) return null;
  return (
    <section aria-labelledby="modes-compared" className="grid gap-1 text-14">
      <h2 id="modes-compared" className="text-16 font-semibold">
        {messages.modesCompared}
      </h2>
      {times !== null && <p>{messages.proCosts(times)}</p>}
      {first && (
        <p>
          <span>{judging.headline({ ...first, ...first.interval, times: null })}</span>{" "}
          {first.isEarly && <span className="text-muted">{judging.tooEarly(VERDICTS_MIN)}</span>}
        </p>
      )}
    </section>
  );
}

/** The price of a second of Pro divided by that of Standard. Null unless both have one in the same single unit. */
function costRatio(charges: readonly Charge[]): number | null {
  const perSecond = (mode: "std" | "pro") =>
    chargeFigures(
      charges.filter((charge) => isInCut(charge, { by: "mode", value: mode })),
      new Set(),
    ).perSecond;
  const [std, ...otherStd] = perSecond("std");
  const [pro, ...otherPro] = perSecond("pro");
  if (!std || !pro || otherStd.length + otherPro.length > 0 || std.unit !== pro.unit) return null;
  return new Big(std.amount).gt(0) ? new Big(pro.amount).div(std.amount).toNumber() : null;
}
