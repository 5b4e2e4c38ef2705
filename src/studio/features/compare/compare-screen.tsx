import { Fragment, type ReactNode } from "react";
import { loadingLibrary } from "#messages/common.ts";
import * as messages from "#messages/compare.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { useEntries, useLibraryStatus } from "#studio/storage/library/use-library.ts";
import { ComparisonView } from "./comparison-view.tsx";
import { NothingChosen } from "./pairs/nothing-chosen.tsx";
import { AddressProvider, useAddress } from "./sides/address-context.tsx";
import { chosenEntries } from "./sides/choose-sides.ts";
import type { Compared } from "./sides/compared.ts";
import { useComparisonScreen } from "./use-comparison-screen.ts";

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

/** The Compare page: the two clips in the URL, or the latest pair. Without either, all ways to choose. */
export function CompareScreen(props: CompareScreenProps) {
  return (
    <AddressProvider entries={useEntries()}>
      <Content {...props} />
    </AddressProvider>
  );
}

function Content({ renderUnfinished, renderJudge, renderChosen, scoreboard }: CompareScreenProps) {
  const { keys, choices } = useAddress();
  const isLoading = useLibraryStatus() === "loading";
  const chosen = chosenEntries(choices);
  const isEmpty = choices.left.kind === "empty" && choices.right.kind === "empty";
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      {chosen.map((entry) => (
        <Fragment key={entry.id}>{renderChosen(entry)}</Fragment>
      ))}
      {isLoading && keys.left !== null && <Loading />}
      {!isLoading && isEmpty && <Start scoreboard={scoreboard} />}
      {!isLoading && !isEmpty && (
        <>
          <h1 className="sr-only">{messages.title}</h1>
          <ComparisonView renderUnfinished={renderUnfinished} renderJudge={renderJudge} />
        </>
      )}
    </div>
  );
}

/** Has the height of the header and a black stage, so that little moves once the library is loaded. */
function Loading() {
  return (
    <div
      role="status"
      aria-label={loadingLibrary}
      data-window-height
      className="flex min-h-0 flex-1 flex-col"
    >
      <h1 className="sr-only">{messages.title}</h1>
      <div className="h-14" />
      <div className="flex-1 bg-stage" />
    </div>
  );
}

function Start({ scoreboard }: Pick<CompareScreenProps, "scoreboard">) {
  const { choose, placeFiles } = useComparisonScreen();
  return (
    <NothingChosen
      onChoose={(id) => choose("left", id)}
      onFiles={(files) => placeFiles(files, "left")}
      scoreboard={scoreboard}
    />
  );
}
