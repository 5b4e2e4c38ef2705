/** The figures below the totals: cost per second and per chosen clip, success rate and waiting time. */
import { type ReactNode, useId } from "react";
import { percent } from "#messages/common.ts";
import * as messages from "#messages/usage.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import type { Charge } from "#studio/domain/usage/usage.ts";
import { chargeFigures, countOutcomes, waitingTimes } from "#studio/domain/usage/usage-figures.ts";
import { formatDuration } from "#studio/format/durations.ts";
import { formatAmounts } from "#studio/format/money.ts";

interface KeyFiguresProps {
  charges: readonly Charge[];
  /** All generations of the range, charged or not. */
  entries: readonly LibraryEntry[];
  keptIds: ReadonlySet<string>;
}

/** Four labelled figures with the numbers that they rest on. */
export function KeyFigures({ charges, entries, keptIds }: KeyFiguresProps) {
  const { clips, perSecond, kept, perKept } = chargeFigures(charges, keptIds);
  const { completed, failed } = countOutcomes(entries);
  const times = waitingTimes(entries);
  return (
    <dl className="grid grid-cols-2 gap-x-4 gap-y-4 border-y border-line py-4 lg:grid-cols-4">
      <Figure label={messages.perSecond} value={formatAmounts(perSecond)} />
      <Figure
        label={messages.perKept}
        value={formatAmounts(perKept)}
        detail={kept === 0 ? messages.noneKept : messages.perKeptDetail(kept, clips)}
        title={messages.perKeptHint}
      />
      <Figure
        label={messages.successRate}
        value={completed + failed === 0 ? null : percent(completed / (completed + failed))}
        detail={messages.successDetail(completed, failed)}
      />
      <Figure
        label={messages.waiting}
        value={times && formatDuration(times.medianSeconds)}
        detail={
          times ? messages.waitingDetail(formatDuration(times.ninetiethSeconds)) : messages.noTimes
        }
      />
    </dl>
  );
}

interface FigureProps {
  label: string;
  value: string | null;
  detail?: ReactNode;
  title?: string;
}

function Figure({ label, value, detail, title }: FigureProps) {
  const id = useId();
  return (
    <div className="grid content-start gap-0.5" title={title}>
      <dt id={id} className="text-13 text-muted">
        {label}
      </dt>
      {/* biome-ignore lint/a11y/useAriaPropsSupportedByRole: a definition may be named (ARIA 1.2); people and tests find the figure by its label */}
      <dd aria-labelledby={id} className="text-16 font-medium tabular-nums wrap-anywhere">
        {value ?? "–"}
      </dd>
      {detail !== undefined && <dd className="text-12 text-muted tabular-nums">{detail}</dd>}
    </div>
  );
}
