/** What everything cost: exact sums, spending over time, figures and individual charges. */
import { useLocation, useSearch } from "wouter";
import * as common from "#messages/common.ts";
import * as messages from "#messages/usage.ts";
import { chosenIds } from "#studio/domain/judging/verdict-wins.ts";
import { entryStatus } from "#studio/domain/life/entry-status.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { CREATE_PATH } from "#studio/domain/paths.ts";
import { type Day, dayOf } from "#studio/domain/usage/days.ts";
import { dayOfEntry } from "#studio/domain/usage/spending-periods.ts";
import { summarizeUsage, type UsageSummary } from "#studio/domain/usage/usage.ts";
import { countOutcomes } from "#studio/domain/usage/usage-figures.ts";
import { isInRange } from "#studio/domain/usage/usage-range.ts";
import { problemSummary } from "#studio/format/describe-problem.ts";
import { formatAmounts, formatMoney } from "#studio/format/money.ts";
import { useJudgements } from "#studio/storage/judgements/use-judgements.ts";
import { useAllEntries, useLibraryStatus } from "#studio/storage/library/use-library.ts";
import { announce } from "#studio/ui/announcer.tsx";
import { Button } from "#studio/ui/buttons/button.tsx";
import { LinkButton } from "#studio/ui/buttons/link-button.tsx";
import { EmptyState } from "#studio/ui/empty-state.tsx";
import { saveFile } from "#studio/ui/save-file.ts";
import { BreakdownTable } from "./breakdown-table.tsx";
import { ChargesTable } from "./charges-table.tsx";
import { KeyFigures } from "./key-figures.tsx";
import { ModesCompared } from "./modes-compared.tsx";
import { RangeBar } from "./range-bar.tsx";
import { SpendingSection } from "./spending-section.tsx";
import { toCsv } from "./statement-csv.ts";
import { parseUsageAddress, rangeOf, type UsageAddress, usageHref } from "./usage-address.ts";

/** The "Usage" screen. The address has the range; `today` is the creator's local day. */
export function UsageScreen({ today = dayOf(new Date()) }: { today?: Day }) {
  const all = useAllEntries();
  const status = useLibraryStatus();
  const keptIds = chosenIds(useJudgements().byId);
  const [, navigate] = useLocation();
  const address = parseUsageAddress(useSearch());
  const within = (of: UsageAddress) =>
    all.filter((entry) => isInRange(dayOfEntry(entry), rangeOf(of, today)));
  const entries = within(address);
  const usage = summarizeUsage(entries);

  function change(part: Partial<UsageAddress>) {
    const next = { ...address, ...part };
    navigate(usageHref(next), { replace: true });
    if ("by" in part || "unit" in part) return;
    const { sums, charges } = summarizeUsage(within(next));
    announce(messages.shown(formatAmounts(sums) ?? "", charges.length), "usage range");
  }

  return (
    <div className="mx-auto grid w-full max-w-5xl content-start gap-6 p-4 sm:p-6">
      <header className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="grid gap-1">
          <h1 className="text-20 font-semibold">{common.usage}</h1>
          <p className="max-w-prose text-14 text-balance text-muted">{messages.intro}</p>
        </div>
        {entries.length > 0 && (
          <Button onClick={() => saveFile(csvOf(entries, keptIds), csvName(entries, today))}>
            {messages.downloadCsv}
          </Button>
        )}
      </header>
      {typeof status === "object" && (
        <p role="alert" className="text-14 text-danger">
          {problemSummary(status.problem)}
        </p>
      )}
      {status === "loading" && <p className="text-14 text-muted">{common.loadingLibrary}</p>}
      {all.length > 0 && <RangeBar address={address} today={today} onChange={change} />}
      {status !== "loading" && usage.charges.length === 0 && (
        <Nothing
          isEmpty={summarizeUsage(all).charges.length === 0}
          onShowAll={() => change({ range: "all", from: null, to: null })}
        />
      )}
      {usage.charges.length > 0 && (
        <>
          <Sums usage={usage} />
          <KeyFigures charges={usage.charges} entries={entries} keptIds={keptIds} />
          <SpendingSection usage={usage} address={address} today={today} onChange={change} />
          <BreakdownTable charges={usage.charges} keptIds={keptIds} />
          <ModesCompared charges={usage.charges} entries={entries} />
          <ChargesTable usage={usage} />
        </>
      )}
      <Notes usage={usage} entries={entries} />
    </div>
  );
}

function csvOf(entries: readonly LibraryEntry[], keptIds: ReadonlySet<string>): Blob {
  return new Blob([toCsv(entries, keptIds)], { type: "text/csv;charset=utf-8" });
}

function csvName(entries: readonly LibraryEntry[], today: Day): string {
  const days = entries.map(dayOfEntry).sort();
  return messages.csvName(days[0] ?? today, days.at(-1) ?? today);
}

/** Leads to the first clip, or out of a range without charges. */
function Nothing({ isEmpty, onShowAll }: { isEmpty: boolean; onShowAll: () => void }) {
  if (isEmpty) {
    return (
      <EmptyState
        title={messages.emptyTitle}
        detail={messages.emptyDetail}
        action={
          <LinkButton href={CREATE_PATH} variant="primary">
            {common.createClip}
          </LinkButton>
        }
      />
    );
  }
  return (
    <EmptyState
      title={messages.emptyRangeTitle}
      detail={messages.emptyRangeDetail}
      action={<Button onClick={onShowAll}>{messages.showAll}</Button>}
    />
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
  const { failed, notRendered } = countOutcomes(
    entries.filter((entry) => !usage.charges.some((charge) => charge.entry === entry)),
  );
  return (
    <div className="grid gap-1 text-13 text-muted">
      {failed + notRendered > 0 && <p>{messages.notCharged(failed, notRendered)}</p>}
      {usage.unreportedCount > 0 && <p>{messages.unreported(usage.unreportedCount)}</p>}
      {usage.uncountedCount > 0 && <p>{messages.uncounted(usage.uncountedCount)}</p>}
      {inProgressCount > 0 && <p>{messages.inProgress(inProgressCount)}</p>}
    </div>
  );
}
