/** Spending over time: a chart, and the same numbers in a table beside it. */
import * as common from "#messages/common.ts";
import { unitName } from "#messages/money.ts";
import * as messages from "#messages/usage.ts";
import type { Day } from "#studio/domain/usage/days.ts";
import { GRAINS } from "#studio/domain/usage/days.ts";
import { shownDays, spendingPeriods } from "#studio/domain/usage/spending-periods.ts";
import type { UsageSummary } from "#studio/domain/usage/usage.ts";
import { suitableGrain } from "#studio/domain/usage/usage-range.ts";
import { SegmentedControl } from "#studio/ui/forms/segmented-control.tsx";
import { PRO_BAR } from "./bar-classes.ts";
import { SpendingChart } from "./spending-chart.tsx";
import { SpendingTable } from "./spending-table.tsx";
import { rangeOf, type UsageAddress } from "./usage-address.ts";

interface SpendingSectionProps {
  usage: UsageSummary;
  address: UsageAddress;
  today: Day;
  onChange: (change: Partial<UsageAddress>) => void;
}

const GRAIN_SEGMENTS = GRAINS.map((value) => ({ value, label: messages.grains[value] }));

/** Hidden without charges. The chart shows one unit at a time, because units cannot be added. */
export function SpendingSection({ usage, address, today, onChange }: SpendingSectionProps) {
  const days = shownDays(usage.charges, rangeOf(address, today), today);
  if (days === null) return null;
  const grain = address.by ?? suitableGrain(days.first, days.last);
  const periods = spendingPeriods(usage.charges, days, grain);
  const units = usage.sums.map(({ unit }) => unit);
  const unit = units.find((each) => each === address.unit) ?? units[0] ?? "";
  return (
    <section aria-labelledby="spending" className="grid gap-3">
      <header className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h2 id="spending" className="text-16 font-semibold">
          {messages.spending}
        </h2>
        <div className="flex flex-wrap gap-x-4 gap-y-2">
          {units.length > 1 && (
            <SegmentedControl
              legend={messages.unit}
              value={unit}
              segments={units.map((value) => ({ value, label: unitName(value, "2") }))}
              onChange={(value) => onChange({ unit: value })}
            />
          )}
          <SegmentedControl
            legend={messages.spendingBy}
            value={grain}
            segments={GRAIN_SEGMENTS}
            onChange={(by) => onChange({ by })}
          />
        </div>
      </header>
      <div className="grid gap-x-6 gap-y-4 lg:grid-cols-[minmax(0,1fr)_minmax(0,24rem)]">
        <div className="grid content-start gap-2">
          <SpendingChart periods={periods} grain={grain} unit={unit} />
          <Legend />
        </div>
        <SpendingTable periods={periods} grain={grain} />
      </div>
    </section>
  );
}

function Legend() {
  return (
    <ul aria-hidden="true" className="flex gap-4 text-12 text-muted">
      <li className="flex items-center gap-1.5">
        <span className="size-3 rounded-[2px] bg-std" />
        <span>{common.modes.std}</span>
      </li>
      <li className="flex items-center gap-1.5">
        <span className={`${PRO_BAR} size-3 rounded-[2px]`} />
        <span>{common.modes.pro}</span>
      </li>
    </ul>
  );
}
