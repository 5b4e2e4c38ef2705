/** What everything cost: exact sums and individual charges. */

import * as common from "#messages/common.ts";
import * as messages from "#messages/usage.ts";
import { entryStatus } from "#studio/domain/life/entry-status.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { CREATE_PATH } from "#studio/domain/paths.ts";
import { summarizeUsage, type UsageSummary } from "#studio/domain/usage/usage.ts";
import { problemSummary } from "#studio/format/describe-problem.ts";
import { formatMoney } from "#studio/format/money.ts";
import { useEntries, useLibraryStatus } from "#studio/storage/library/use-library.ts";
import { LinkButton } from "#studio/ui/buttons/link-button.tsx";
import { EmptyState } from "#studio/ui/empty-state.tsx";
import { ChargesTable } from "./charges-table.tsx";

/** The "Usage" screen. */
export function UsageScreen() {
  const entries = useEntries();
  const status = useLibraryStatus();
  const usage = summarizeUsage(entries);
  return (
    <div className="mx-auto grid w-full max-w-4xl content-start gap-6 p-4 sm:p-6">
      <header className="grid gap-1">
        <h1 className="text-20 font-semibold">{common.usage}</h1>
        <p className="max-w-prose text-14 text-balance text-muted">{messages.intro}</p>
      </header>
      {typeof status === "object" && (
        <p role="alert" className="text-14 text-danger">
          {problemSummary(status.problem)}
        </p>
      )}
      {status === "loading" && <p className="text-14 text-muted">{common.loadingLibrary}</p>}
      {status !== "loading" && usage.charges.length === 0 && (
        <EmptyState
          title={messages.emptyTitle}
          detail={messages.emptyDetail}
          action={
            <LinkButton href={CREATE_PATH} variant="primary">
              {common.createClip}
            </LinkButton>
          }
        />
      )}
      {usage.charges.length > 0 && (
        <>
          <Sums usage={usage} />
          <ChargesTable charges={usage.charges} />
        </>
      )}
      <Notes usage={usage} entries={entries} />
    </div>
  );
}

function Sums({ usage }: { usage: UsageSummary }) {
  const columns = [
    { label: messages.total, count: usage.charges.length, sums: usage.sums, look: "text-ink" },
    ...usage.byMode.map(({ mode, count, sums: ofMode }) => ({
      label: common.modes[mode],
      count,
      sums: ofMode,
      look: mode === "pro" ? "text-pro" : "text-std",
    })),
  ];
  return (
    <dl className="grid grid-cols-3 gap-x-4 sm:gap-x-8">
      {columns.map(({ label, count, sums, look }) => (
        <div key={label} className="grid content-start gap-0.5">
          <dt id={`usage-${label}`} className={`text-13 font-medium ${look}`}>
            {label}
          </dt>
          {/* biome-ignore lint/a11y/useAriaPropsSupportedByRole: a definition may be named (ARIA 1.2); people and tests find the sum by its label */}
          <dd
            aria-labelledby={`usage-${label}`}
            className="text-20 tabular-nums wrap-anywhere sm:text-28"
          >
            {sums.map((sum) => (
              <span key={sum.unit} className="block">
                {formatMoney(sum)}
              </span>
            ))}
          </dd>
          <dd className="text-13 text-muted tabular-nums">{messages.clips(count)}</dd>
        </div>
      ))}
    </dl>
  );
}

function Notes({ usage, entries }: { usage: UsageSummary; entries: readonly LibraryEntry[] }) {
  const inProgressCount = entries.filter((entry) =>
    ["sending", "unknown", "queued", "running", "unwatched"].includes(entryStatus(entry)),
  ).length;
  return (
    <div className="grid gap-1 text-13 text-muted">
      {usage.unreportedCount > 0 && <p>{messages.unreported(usage.unreportedCount)}</p>}
      {usage.uncountedCount > 0 && <p>{messages.uncounted(usage.uncountedCount)}</p>}
      {inProgressCount > 0 && <p>{messages.inProgress(inProgressCount)}</p>}
    </div>
  );
}
