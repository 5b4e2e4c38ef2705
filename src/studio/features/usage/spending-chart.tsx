/** A bar for each period: Standard below, Pro above it, hatched so that they differ without colour. */

import type { Money } from "#kirin/values/money.ts";
import * as messages from "#messages/usage.ts";
import type { Grain } from "#studio/domain/usage/days.ts";
import type { SpendingPeriod } from "#studio/domain/usage/spending-periods.ts";
import { formatMoney } from "#studio/format/money.ts";
import { formatPeriod } from "#studio/format/periods.ts";
import { axisTop } from "./axis.ts";
import { PRO_BAR } from "./bar-classes.ts";

interface SpendingChartProps {
  periods: readonly SpendingPeriod[];
  grain: Grain;
  /** The only unit that the chart shows. */
  unit: string;
}

/** Hidden from the accessibility tree: the table beside it has the numbers. */
export function SpendingChart({ periods, grain, unit }: SpendingChartProps) {
  const highest = Math.max(...periods.map(({ sums }) => drawnAmount(sums, unit)));
  const top = axisTop(highest);
  const share = (amounts: readonly Money[]) => `${(drawnAmount(amounts, unit) / top) * 100}%`;
  const first = periods[0];
  const last = periods.at(-1);
  return (
    <div aria-hidden="true" className="grid gap-1">
      <div className="relative">
        <GridLines top={top} unit={unit} />
        <div className="relative ml-16 flex h-44 items-end gap-px overflow-x-auto sm:gap-0.5">
          {periods.map((period) => (
            <div
              key={period.start}
              title={messages.barTitle(
                formatPeriod(period.start, grain),
                formatMoney(amountIn(period.sums, unit)),
              )}
              className="flex h-full max-w-10 min-w-1 flex-1 flex-col justify-end hover:bg-hover"
            >
              <span
                className={`${PRO_BAR} block rounded-t-[2px]`}
                style={{ height: share(period.byMode.pro) }}
              />
              <span className="block bg-std" style={{ height: share(period.byMode.std) }} />
            </div>
          ))}
        </div>
      </div>
      <div className="ml-16 flex justify-between gap-4 text-12 text-muted tabular-nums">
        <span>{first && formatPeriod(first.start, grain)}</span>
        {last && last !== first && (
          <span className="text-right">{formatPeriod(last.start, grain)}</span>
        )}
      </div>
    </div>
  );
}

function GridLines({ top, unit }: { top: number; unit: string }) {
  return [1, 0.5, 0].map((part) => (
    <span
      key={part}
      className="absolute inset-x-0 flex translate-y-1/2 items-center gap-2 text-12 text-muted tabular-nums"
      style={{ bottom: `${part * 100}%` }}
    >
      <span className="w-14 shrink-0 truncate text-right">
        {formatMoney({ amount: String(top * part), unit })}
      </span>
      <span className="h-px flex-1 bg-line" />
    </span>
  ));
}

function amountIn(amounts: readonly Money[], unit: string): Money {
  return amounts.find((amount) => amount.unit === unit) ?? { amount: "0", unit };
}

/** As a float, for the height of a bar only. */
function drawnAmount(amounts: readonly Money[], unit: string): number {
  return Math.max(0, Number(amountIn(amounts, unit).amount));
}
