import { lazy, Suspense, useState } from "react";
import * as messages from "#messages/shell.ts";
import { ErrorBoundary } from "#studio/app/error-boundary.tsx";
import { useFillForm, usePendingDraft } from "#studio/app/form-filling.tsx";
import { NEW_ID } from "#studio/domain/paths.ts";
import { ComposeForm } from "#studio/features/compose/compose-form.tsx";
import { FirstRun } from "#studio/features/compose/starters/first-run.tsx";
import { useEntries, useEntry, useLibraryStatus } from "#studio/storage/library/use-library.ts";
import { classes } from "#studio/ui/classes.ts";
import { useMediaQuery } from "#studio/ui/use-media-query.ts";
import { LibraryProblem } from "./library-problem.tsx";
import { useGenerate } from "./use-generate.ts";
import { useReturningVisitor } from "./use-returning-visitor.ts";

const Stage = lazy(async () => ({ default: (await import("./stage/stage.tsx")).Stage }));
const GenerationMissing = lazy(async () => ({
  default: (await import("./generation-missing.tsx")).GenerationMissing,
}));
const EntryDetails = lazy(async () => ({
  default: (await import("./stage/entry-details.tsx")).EntryDetails,
}));
const DetailsSheet = lazy(async () => ({
  default: (await import("./stage/details-sheet.tsx")).DetailsSheet,
}));
const Recents = lazy(async () => ({
  default: (await import("./recents.tsx")).Recents,
}));

/** The width from which the details are beside the stage. The class names below repeat it. */
const HAS_DETAILS_COLUMN = "(width >= 68.75rem)";

/**
 * The create screen: compose left, stage in the middle with recent generations below, details right. In narrower
 * windows the details slide over the page. On a phone the stage comes first, and the form is a line above the tabs that
 * opens as a sheet.
 */
export function CreateScreen({ generationId }: { generationId: string | undefined }) {
  const entries = useEntries();
  const status = useLibraryStatus();
  const handleGenerate = useGenerate();
  const pendingDraft = usePendingDraft();
  const fillForm = useFillForm();
  useReturningVisitor(status, entries.length > 0);
  const hasDetailsColumn = useMediaQuery(HAS_DETAILS_COLUMN);
  const [isSheetOpen, setIsSheetOpen] = useState(false);
  const [dock, setDock] = useState<HTMLElement | null>(null);
  const selected = useEntry(generationId);
  const entry = generationId === undefined ? entries[0] : selected;
  const isNew = generationId === NEW_ID;
  const isFirstRun = entry === undefined && generationId === undefined;

  return (
    <div
      data-full-height=""
      className={classes(
        "grid flex-1 grid-cols-[minmax(0,1fr)] grid-rows-[auto_1fr] [--compose:20rem] md:min-h-0 md:grid-cols-[var(--compose)_minmax(0,1fr)] md:grid-rows-[minmax(0,1fr)_auto] lg:[--compose:22.5rem]",
        entry && "min-[68.75rem]:grid-cols-[var(--compose)_minmax(0,1fr)_18.75rem]",
      )}
    >
      <div className="border-line md:row-span-2 md:min-h-0 md:border-r">
        <ComposeForm onGenerate={handleGenerate} pendingDraft={pendingDraft} dock={dock} />
      </div>
      <div className="stage-inset grid min-w-0 max-md:min-h-max md:min-h-0 md:grid-rows-[minmax(0,1fr)]">
        <section
          aria-label={messages.stage}
          className="grid min-w-0 grid-cols-[minmax(0,1fr)] bg-stage text-on-stage scheme-dark max-md:min-h-78 md:min-h-0 md:grid-rows-[minmax(0,1fr)]"
        >
          {typeof status === "object" && <LibraryProblem problem={status.problem} />}
          {(isFirstRun || isNew) && <FirstRun isFirst={isFirstRun} onUseSettings={fillForm} />}
          {!entry && !isFirstRun && !isNew && status !== "loading" && (
            <Suspense fallback={null}>
              <GenerationMissing />
            </Suspense>
          )}
          {entry !== undefined && (
            <ErrorBoundary key={entry.id}>
              <Suspense fallback={null}>
                <Stage
                  entry={entry}
                  onGenerateAgain={handleGenerate}
                  onShowDetails={hasDetailsColumn ? null : () => setIsSheetOpen(true)}
                />
              </Suspense>
            </ErrorBoundary>
          )}
        </section>
      </div>
      {entry !== undefined && hasDetailsColumn && (
        <aside
          aria-label={messages.details}
          className="row-span-2 overflow-x-hidden overflow-y-auto border-l border-line"
        >
          {/* As wide as the column, so that a scrollbar is within its gutter. */}
          <div className="w-[calc(18.75rem-1px)]">
            <Suspense fallback={null}>
              <EntryDetails entry={entry} onGenerateAgain={handleGenerate} />
            </Suspense>
          </div>
        </aside>
      )}
      {entry !== undefined && !hasDetailsColumn && isSheetOpen && (
        <Suspense fallback={null}>
          <DetailsSheet
            entry={entry}
            onGenerateAgain={handleGenerate}
            onClose={() => setIsSheetOpen(false)}
          />
        </Suspense>
      )}
      {entries.length > 0 && (
        <section
          aria-label={messages.recent}
          className="flex min-w-0 items-center border-t border-line md:col-start-2 md:low:hidden"
        >
          <Suspense fallback={<div className="h-24" />}>
            <Recents entries={entries} selectedId={entry?.id} />
          </Suspense>
        </section>
      )}
      {/* Reserves the height of the line above the tabs, which is fixed. */}
      <div ref={setDock} className="h-15 md:hidden" />
    </div>
  );
}
