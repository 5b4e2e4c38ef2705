import { Fragment, type ReactNode, useMemo } from "react";
import { goToCreate, loadingLibrary } from "#messages/common.ts";
import * as messages from "#messages/compare.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { CREATE_PATH, compareHref, FILE_SIDE } from "#studio/domain/paths.ts";
import { useEntries, useLibraryStatus } from "#studio/storage/library/use-library.ts";
import { LinkButton } from "#studio/ui/buttons/link-button.tsx";
import { EmptyState } from "#studio/ui/empty-state.tsx";
import { ComparisonView } from "./comparison-view.tsx";
import { PairList } from "./pair-list.tsx";
import { AddressProvider, useAddress } from "./sides/address-context.tsx";
import { chosenEntries, clipOf, listPairs } from "./sides/choose-sides.ts";
import type { Compared } from "./sides/compared.ts";

interface CompareScreenProps {
  /** Renders a generation without a clip: still waiting, or failed. */
  renderUnfinished: (entry: LibraryEntry) => ReactNode;
  /** Renders the creator's judgement of the two clips. */
  renderJudge: (compared: Compared) => ReactNode;
  /** Rendered for each generation among the two, whether or not it has a clip. */
  renderChosen: (entry: LibraryEntry) => ReactNode;
  /** The summary of all judgements. */
  scoreboard: ReactNode;
}

/** The Compare page: the two clips in the URL, or the latest pair. */
export function CompareScreen(props: CompareScreenProps) {
  return (
    <AddressProvider entries={useEntries()}>
      <Content {...props} />
    </AddressProvider>
  );
}

function Content({ renderUnfinished, renderJudge, renderChosen, scoreboard }: CompareScreenProps) {
  const { entries, keys, choices } = useAddress();
  const isLoading = useLibraryStatus() === "loading";
  const chosen = chosenEntries(choices);
  // Memoized, because it is the slowest part of the screen in a large library.
  const pairs = useMemo(() => listPairs(entries), [entries]);
  const isNothing =
    choices.left.kind === "empty" &&
    choices.right.kind === "empty" &&
    !entries.some((entry) => clipOf(entry));
  return (
    <div className="flex flex-1 flex-col">
      {chosen.map((entry) => (
        <Fragment key={entry.id}>{renderChosen(entry)}</Fragment>
      ))}
      <h1 className="sr-only">{messages.title}</h1>
      {isLoading && keys.left !== null && <Loading />}
      {!isLoading && isNothing && <NothingYet />}
      {!isLoading && !isNothing && (
        <ComparisonView renderUnfinished={renderUnfinished} renderJudge={renderJudge} />
      )}
      {pairs.length > 0 && (
        <div className="grid grid-cols-1 gap-8 px-4 pb-8 sm:px-6">
          <PairList pairs={pairs} shownIds={chosen.map(({ id }) => id)} />
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
