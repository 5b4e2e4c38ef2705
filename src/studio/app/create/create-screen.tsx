import { lazy, Suspense, useState } from "react";
import * as messages from "#messages/shell.ts";
import { ErrorBoundary } from "#studio/app/error-boundary.tsx";
import { useFillForm, usePendingDraft } from "#studio/app/form-filling.tsx";
import { ComposeForm } from "#studio/features/compose/compose-form.tsx";
import { FirstRun } from "#studio/features/compose/starters/first-run.tsx";
import { useEntries, useEntry, useLibraryStatus } from "#studio/storage/library/use-library.ts";
import { classes } from "#studio/ui/classes.ts";
import { useMediaQuery } from "#studio/ui/use-media-query.ts";
import { GenerationMissing } from "./generation-missing.tsx";
import { LibraryProblem } from "./library-problem.tsx";
import { useGenerate } from "./use-generate.ts";
import { useReturningVisitor } from "./use-returning-visitor.ts";

const Stage = lazy(async () => ({ default: (await import("./stage/stage.tsx")).Stage }));
const EntryDetails = lazy(async () => ({
  default: (await import("./stage/entry-details.tsx")).EntryDetails,
}));
const DetailsSheet = lazy(async () => ({
  default: (await import("./stage/details-sheet.tsx")).DetailsSheet,
}));
const SendQueue = lazy(async () => ({
  default: (await import("#studio/features/generations/views/send-queue.tsx")).SendQueue,
}));
const Filmstrip = lazy(async () => ({
  default: (await import("#studio/features/generations/views/filmstrip.tsx")).Filmstrip,
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
  const isFirstRun = entry === undefined && generationId === undefined;

  return (
    <div
      data-full-height=""
      className={classes(
        "grid flex-1 grid-cols-[minmax(0,1fr)] content-start md:min-h-0 md:grid-rows-[minmax(0,1fr)_auto] md:content-stretch",
        entry === undefined
          ? "md:grid-cols-[20rem_minmax(0,1fr)] lg:grid-cols-[22.5rem_minmax(0,1fr)]"
          : "md:grid-cols-[20rem_minmax(0,1fr)] lg:grid-cols-[22.5rem_minmax(0,1fr)] min-[68.75rem]:grid-cols-[22.5rem_minmax(0,1fr)_18.75rem]",
      )}
    >
      <div className="border-line md:row-span-2 md:min-h-0 md:border-r">
        <ComposeForm onGenerate={handleGenerate} pendingDraft={pendingDraft} dock={dock} />
      </div>
      <div className="stage-inset grid min-h-0 min-w-0 max-md:min-h-78 md:grid-rows-[minmax(0,1fr)]">
        <section
          aria-label={messages.stage}
          className="grid min-h-0 min-w-0 grid-cols-[minmax(0,1fr)] bg-stage text-on-stage scheme-dark md:grid-rows-[minmax(0,1fr)]"
        >
          {typeof status === "object" && <LibraryProblem problem={status.problem} />}
          {isFirstRun && <FirstRun onUseSettings={fillForm} />}
          {entry === undefined && generationId !== undefined && status !== "loading" && (
            <GenerationMissing />
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
          className="row-span-2 overflow-y-auto border-l border-line [scrollbar-gutter:stable]"
        >
          <Suspense fallback={null}>
            <EntryDetails entry={entry} onGenerateAgain={handleGenerate} />
          </Suspense>
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
            <div className="min-w-0 flex-1">
              <Filmstrip entries={entries} selectedId={entry?.id} />
            </div>
            <SendQueue className="mx-3 shrink-0" />
          </Suspense>
        </section>
      )}
      {/* Reserves the height of the line above the tabs, which is fixed. */}
      <div ref={setDock} className="h-15 md:hidden" />
    </div>
  );
}
