/** All generations of the creator, newest first. */
import { useState } from "react";
import * as common from "#messages/common.ts";
import * as messages from "#messages/library.ts";
import { outcomeOf } from "#studio/domain/life/entry-status.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { CREATE_PATH } from "#studio/domain/paths.ts";
import { problemSummary } from "#studio/format/describe-problem.ts";
import { useIsStoragePersisted } from "#studio/storage/library/use-is-storage-persisted.ts";
import {
  useEntries,
  useLibraryStatus,
  useUnreadableCount,
} from "#studio/storage/library/use-library.ts";
import { announce } from "#studio/ui/announcer.tsx";
import { Button } from "#studio/ui/buttons/button.tsx";
import { LinkButton } from "#studio/ui/buttons/link-button.tsx";
import { EmptyState } from "#studio/ui/empty-state.tsx";
import { SegmentedControl } from "#studio/ui/forms/segmented-control.tsx";
import { outsideComposition } from "#studio/ui/shortcuts/composition.ts";
import { LibraryCard } from "./library-card.tsx";
import { PickBar } from "./pick-bar.tsx";
import { PICKED_MAX, type Picked, togglePick } from "./pick-two.ts";
import { useGrowingCount } from "./use-growing-count.ts";

type Filter = keyof typeof messages.filters;

const FILTERS: readonly Filter[] = ["all", "ready", "inProgress", "failed"];

/** The "Library" screen. */
export function LibraryScreen() {
  const entries = useEntries();
  const status = useLibraryStatus();
  const unreadableCount = useUnreadableCount();
  const isKept = useIsStoragePersisted(entries.length > 0);
  const [filter, setFilter] = useState<Filter>("all");
  const [picked, setPicked] = useState<Picked | null>(null);
  const readyCount = entries.filter((entry) => kindOf(entry) === "ready").length;
  const shown = entries.filter((entry) => isShown(entry, filter));
  const count = useGrowingCount(shown.length);

  function handleFilter(next: Filter) {
    setFilter(next);
    const nextCount = entries.filter((entry) => isShown(entry, next)).length;
    announce(messages.shownCount(messages.count(nextCount, entries.length)), "count");
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape cancels picking wherever the focus is; the bar has a button for it
    <div
      onKeyDown={outsideComposition((event) => {
        if (event.key === "Escape") setPicked(null);
      })}
      className="mx-auto grid w-full max-w-7xl content-start gap-5 p-4 sm:p-6"
    >
      <header className="flex flex-wrap items-center justify-between gap-3">
        <h1 className="text-20 font-semibold">
          {messages.title}{" "}
          {entries.length > 0 && (
            <span className="font-normal text-muted tabular-nums">
              {messages.count(shown.length, entries.length)}
            </span>
          )}
        </h1>
        {entries.length > 0 && (
          <div className="flex flex-wrap items-center gap-3">
            {readyCount >= PICKED_MAX && (
              <Button
                aria-pressed={picked !== null}
                onClick={() => setPicked(picked === null ? [] : null)}
              >
                {messages.pickTwo}
              </Button>
            )}
            <SegmentedControl
              legend={messages.filter}
              value={filter}
              segments={FILTERS.map((value) => ({ value, label: messages.filters[value] }))}
              onChange={handleFilter}
            />
          </div>
        )}
      </header>
      {typeof status === "object" && (
        <p role="alert" className="text-14 text-danger">
          {problemSummary(status.problem)}
        </p>
      )}
      {unreadableCount > 0 && (
        <p className="text-13 text-muted">{messages.unreadable(unreadableCount)}</p>
      )}
      {status === "loading" && <p className="text-14 text-muted">{common.loadingLibrary}</p>}
      {status !== "loading" && shown.length === 0 && (
        <Nothing isEmpty={entries.length === 0} onShowAll={() => handleFilter("all")} />
      )}
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,15rem),1fr))] gap-x-5 gap-y-7">
        {shown.slice(0, count).map((entry) => (
          <li
            key={entry.id}
            className="[content-visibility:auto] [contain-intrinsic-size:auto_18rem]"
          >
            <LibraryCard
              entry={entry}
              entries={entries}
              pick={
                picked === null
                  ? undefined
                  : {
                      number: picked.indexOf(entry.id) + 1 || null,
                      onToggle: () => setPicked(togglePick(picked, entry.id)),
                    }
              }
            />
          </li>
        ))}
      </ul>
      {picked !== null && <PickBar picked={picked} onCancel={() => setPicked(null)} />}
      {entries.length > 0 && !isKept && (
        <p className="text-13 text-balance text-muted">{messages.mayBeCleared}</p>
      )}
    </div>
  );
}

function Nothing({ isEmpty, onShowAll }: { isEmpty: boolean; onShowAll: () => void }) {
  if (!isEmpty) {
    return (
      <EmptyState
        title={messages.noneTitle}
        detail={messages.noneDetail}
        action={<Button onClick={onShowAll}>{messages.showAll}</Button>}
      />
    );
  }
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

function isShown(entry: LibraryEntry, filter: Filter): boolean {
  return filter === "all" || kindOf(entry) === filter;
}

function kindOf(entry: LibraryEntry): Filter {
  const outcome = outcomeOf(entry);
  if (outcome === null) return "inProgress";
  return outcome === "completed" ? "ready" : "failed";
}
