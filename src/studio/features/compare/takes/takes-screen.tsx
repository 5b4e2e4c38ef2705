import { useSearch } from "wouter";
import { loadingLibrary } from "#messages/common.ts";
import * as messages from "#messages/takes.ts";
import { chosenTakes } from "#studio/domain/life/chosen-takes.ts";
import { LIBRARY_PATH } from "#studio/domain/paths.ts";
import { useEntries, useLibraryStatus } from "#studio/storage/library/use-library.ts";
import { LinkButton } from "#studio/ui/buttons/link-button.tsx";
import { EmptyState } from "#studio/ui/empty-state.tsx";
import { TakeBoard } from "./take-board.tsx";

/** The page of all takes of the press in the URL. */
export function TakesScreen() {
  const entries = useEntries();
  const { id, takes } = chosenTakes(useSearch(), entries);
  const isLoading = useLibraryStatus() === "loading";
  const [first] = takes;
  if (isLoading && first === undefined) {
    return <p className="p-6 text-14 text-muted">{loadingLibrary}</p>;
  }
  if (first === undefined) {
    return (
      <EmptyState
        level={1}
        title={messages.missingTitle}
        detail={messages.missingDetail}
        action={<LinkButton href={LIBRARY_PATH}>{messages.goToLibrary}</LinkButton>}
      />
    );
  }
  return (
    <div className="flex flex-1 flex-col">
      <header className="flex flex-wrap items-baseline gap-x-4 gap-y-1 px-4 py-3 sm:px-6">
        <h1 className="text-16 font-semibold">{messages.title}</h1>
        <p dir="auto" className="line-clamp-2 min-w-0 flex-1 basis-60 text-14 text-muted">
          {first.entry.request.prompt}
        </p>
      </header>
      <TakeBoard key={id} pairId={id} takes={takes} entries={entries} />
    </div>
  );
}
