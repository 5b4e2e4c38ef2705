/** The same charges by mode, by duration and by sound. */
import * as common from "#messages/common.ts";
import * as messages from "#messages/usage.ts";
import type { Charge } from "#studio/domain/usage/usage.ts";
import { CUTS, type Cut, chargeFigures, isInCut } from "#studio/domain/usage/usage-figures.ts";
import { formatAmounts } from "#studio/format/money.ts";

interface BreakdownTableProps {
  charges: readonly Charge[];
  keptIds: ReadonlySet<string>;
}

/** A row for each value that has charges. The rows of one kind add up to the total. */
export function BreakdownTable({ charges, keptIds }: BreakdownTableProps) {
  const rows = CUTS.map((cut) => ({
    cut,
    ...chargeFigures(
      charges.filter((charge) => isInCut(charge, cut)),
      keptIds,
    ),
  })).filter(({ clips }) => clips > 0);
  const hasKept = rows.some(({ kept }) => kept > 0);
  return (
    <table className="w-full border-collapse text-13 tabular-nums">
      <caption className="pb-2 text-left text-16 font-semibold">{messages.breakdown}</caption>
      <thead>
        <tr className="text-muted [&>th]:pb-1 [&>th]:pl-3 [&>th]:text-right [&>th]:align-bottom [&>th]:font-normal">
          <th scope="col" className="pl-0! text-left!">
            {messages.group}
          </th>
          <th scope="col">{messages.clipsColumn}</th>
          <th scope="col">{common.cost}</th>
          <th scope="col">{messages.perSecond}</th>
          {hasKept && (
            <th scope="col" className="max-sm:hidden">
              {messages.perKept}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ cut, clips, sums, perSecond, perKept }, index) => (
          <tr
            key={`${cut.by} ${cut.value}`}
            className={`${cut.by === rows[index - 1]?.cut.by ? "border-line" : "border-line-strong"} border-t [&>*]:py-1.5 [&>*]:pl-3 [&>*]:text-right [&>*]:align-top`}
          >
            <th scope="row" className="pl-0! text-left! font-normal">
              {nameOf(cut)}
            </th>
            <td>{common.formatNumber(clips)}</td>
            <td>{formatAmounts(sums) ?? common.notReported}</td>
            <td>{formatAmounts(perSecond) ?? "–"}</td>
            {hasKept && <td className="max-sm:hidden">{formatAmounts(perKept) ?? "–"}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function nameOf(cut: Cut): string {
  switch (cut.by) {
    case "mode":
      return messages.cutName.mode(cut.value);
    case "duration":
      return messages.cutName.duration(cut.value);
    case "sound":
      return messages.cutName.sound(cut.value);
  }
}
