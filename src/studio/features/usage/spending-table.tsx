/** The numbers of the spending chart. */
import * as common from "#messages/common.ts";
import * as messages from "#messages/usage.ts";
import type { Grain } from "#studio/domain/usage/days.ts";
import type { SpendingPeriod } from "#studio/domain/usage/spending-periods.ts";
import { formatAmounts } from "#studio/format/money.ts";
import { formatPeriod } from "#studio/format/periods.ts";

interface SpendingTableProps {
  periods: readonly SpendingPeriod[];
  grain: Grain;
}

/** A row for each period with charges, newest first. Scrolls beside the chart. */
export function SpendingTable({ periods, grain }: SpendingTableProps) {
  const withCharges = periods.filter(({ clips }) => clips > 0).toReversed();
  return (
    <section
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
      tabIndex={0}
      aria-label={messages.spendingTable[grain]}
      className="max-h-56 overflow-auto rounded-6"
    >
      <table className="w-full border-collapse text-13 tabular-nums">
        <caption className="sr-only">{messages.spendingTable[grain]}</caption>
        <thead>
          <tr className="text-muted [&>th]:sticky [&>th]:top-0 [&>th]:bg-paper [&>th]:shadow-[0_1px_0_var(--line)] [&>th]:pb-1 [&>th]:pl-3 [&>th]:text-right [&>th]:font-normal">
            <th scope="col" className="pl-0! text-left!">
              {messages.grains[grain]}
            </th>
            <th scope="col">{messages.clipsColumn}</th>
            <th scope="col">{common.modes.std}</th>
            <th scope="col">{common.modes.pro}</th>
            <th scope="col">{messages.total}</th>
          </tr>
        </thead>
        <tbody>
          {withCharges.map(({ start, clips, byMode, sums }) => (
            <tr
              key={start}
              className="border-t border-line first:border-t-0 [&>*]:py-1.5 [&>*]:pl-3 [&>*]:text-right [&>*]:align-top"
            >
              <th scope="row" className="pl-0! text-left! font-normal">
                {formatPeriod(start, grain)}
              </th>
              <td>{common.formatNumber(clips)}</td>
              <td>{formatAmounts(byMode.std) ?? "–"}</td>
              <td>{formatAmounts(byMode.pro) ?? "–"}</td>
              <td>{formatAmounts(sums) ?? common.notReported}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
