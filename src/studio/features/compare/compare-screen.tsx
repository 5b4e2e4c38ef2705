import { type ReactNode, useMemo } from "react";
import { useSearch } from "wouter";
import { goToCreate, loadingLibrary } from "#messages/common.ts";
import * as messages from "#messages/compare.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { CREATE_PATH, compareHref, FILE_SIDE } from "#studio/domain/paths.ts";
import { useEntries, useLibraryStatus } from "#studio/storage/library/use-library.ts";
import { LinkButton } from "#studio/ui/buttons/link-button.tsx";
import { EmptyState } from "#studio/ui/empty-state.tsx";
import { ComparisonView } from "./comparison-view.tsx";
import { PairList } from "./pair-list.tsx";
import { chooseSides, chosenEntries, clipOf, listPairs } from "./sides/choose-sides.ts";
import type { Compared } from "./sides/compared.ts";

interface CompareScreenProps {
  /** Renders a generation without a clip: still waiting, or failed. */
  renderUnfinished: (entry: LibraryEntry) => ReactNode;
  /** Renders the creator's judgement of the two clips. */
  renderJudge: (compared: Compared) => ReactNode;
  /** The summary of all judgements. */
  scoreboard: ReactNode;
}

/** The Compare page: the two clips named in the URL, or the latest pair. */
export function CompareScreen({ renderUnfinished, renderJudge, scoreboard }: CompareScreenProps) {
  const entries = useEntries();
  const isLoading = useLibraryStatus() === "loading";
  const search = useSearch();
  const sides = chooseSides(search, entries);
  // Memoized, because it is the slowest part of the screen in a large library.
  const pairs = useMemo(() => listPairs(entries), [entries]);
  const isNothing =
    sides.left.kind === "empty" &&
    sides.right.kind === "empty" &&
    !entries.some((entry) => clipOf(entry));
  return (
    <div className="flex flex-1 flex-col">
      <h1 className="sr-only">{messages.title}</h1>
      {isLoading && new URLSearchParams(search).has("left") && <Loading />}
      {!isLoading && isNothing && <NothingYet />}
      {!isLoading && !isNothing && (
        <ComparisonView
          entries={entries}
          renderUnfinished={renderUnfinished}
          renderJudge={renderJudge}
        />
      )}
      {pairs.length > 0 && (
        <div className="grid grid-cols-1 gap-8 px-4 pb-8 sm:px-6">
          <PairList pairs={pairs} shownIds={chosenEntries(sides).map(({ id }) => id)} />
          {scoreboard}
        </div>
      )}
    </div>
  );
}

/** Has the height of the header and a black stage, so that little moves once the library is loaded. */
function Loading() {
  return (
    <div role="status" aria-label={loadingLibrary}>
      <div className="h-14" />
      <div className="h-[60dvh] bg-stage" />
    </div>
  );
}

function NothingYet() {
  return (
    <EmptyState
      title={messages.emptyTitle}
      detail={messages.emptyDetail}
      action={
        <>
          <LinkButton href={CREATE_PATH} variant="primary">
            {goToCreate}
          </LinkButton>
          <LinkButton href={compareHref(FILE_SIDE, FILE_SIDE)}>{messages.compareFiles}</LinkButton>
        </>
      }
    />
  );
}
