import type { ReactNode } from "react";
import { useSearch } from "wouter";
import type { LibraryEntry } from "#studio/domain/library-entry.ts";
import { modeOf } from "#studio/domain/pairs.ts";
import { CREATE_PATH } from "#studio/domain/paths.ts";
import { useEntries, useLibraryStatus } from "#studio/storage/use-library.ts";
import { EmptyState } from "#studio/ui/empty-state.tsx";
import { LinkButton } from "#studio/ui/link-button.tsx";
import * as words from "#words/compare.ts";
import { CompareFindings } from "./compare-findings.tsx";
import { CompareStage } from "./compare-stage.tsx";
import { PairList } from "./pair-list.tsx";
import { chooseSides, listPairs } from "./sides.ts";

interface CompareScreenProps {
  /** Draws a generation that has no clip: its waiting, or its failure. */
  renderUnfinished: (entry: LibraryEntry) => ReactNode;
}

/** The page behind "Compare": two generations side by side, the latest pair unless the address names two. */
export function CompareScreen({ renderUnfinished }: CompareScreenProps) {
  const entries = useEntries();
  const status = useLibraryStatus();
  const sides = chooseSides(useSearch(), entries);
  const pairs = listPairs(entries);
  const isLoading = status === "loading";
  return (
    <div className="flex flex-1 flex-col">
      <h1 className="sr-only">{words.title}</h1>
      {isLoading && <p className="p-6 text-14 text-muted">{words.loading}</p>}
      {!isLoading && sides === null && <NothingYet />}
      {!isLoading && sides?.kind === "incomplete" && (
        <EmptyState title={words.missingTitle} detail={words.missingDetail} />
      )}
      {sides?.kind === "both" && (
        <Comparison
          key={`${sides.left.id} ${sides.right.id}`}
          left={sides.left}
          right={sides.right}
          renderUnfinished={renderUnfinished}
        />
      )}
      {pairs.length > 0 && (
        <div className="px-4 pb-8 sm:px-6">
          <PairList pairs={pairs} shownId={sides?.kind === "both" ? sides.left.id : undefined} />
        </div>
      )}
    </div>
  );
}

interface ComparisonProps extends CompareScreenProps {
  left: LibraryEntry;
  right: LibraryEntry;
}

function Comparison({ left, right, renderUnfinished }: ComparisonProps) {
  const names = sideNames(left, right);
  return (
    <>
      <CompareStage left={left} right={right} names={names} renderUnfinished={renderUnfinished} />
      <div className="grid gap-4 px-4 py-5 sm:px-6">
        <p className="line-clamp-3 max-w-3xl text-14 text-muted">{left.request.prompt}</p>
        <CompareFindings left={left} right={right} names={names} />
      </div>
    </>
  );
}

/** By their modes where these tell them apart, else by where they stand. */
function sideNames(left: LibraryEntry, right: LibraryEntry): { left: string; right: string } {
  const [leftMode, rightMode] = [modeOf(left), modeOf(right)];
  if (leftMode === rightMode) return { left: words.left, right: words.right };
  return { left: words.modes[leftMode], right: words.modes[rightMode] };
}

function NothingYet() {
  return (
    <EmptyState
      title={words.emptyTitle}
      detail={words.emptyDetail}
      action={
        <LinkButton href={CREATE_PATH} variant="primary">
          {words.goToCreate}
        </LinkButton>
      }
    />
  );
}
