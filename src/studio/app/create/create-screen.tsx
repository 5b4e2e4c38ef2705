import { lazy, Suspense } from "react";
import * as messages from "#messages/shell.ts";
import { ErrorBoundary } from "#studio/app/error-boundary.tsx";
import { useFillForm, usePendingDraft } from "#studio/app/form-filling.tsx";
import { ComposeForm } from "#studio/features/compose/compose-form.tsx";
import { FirstRun } from "#studio/features/compose/starters/first-run.tsx";
import { useEntries, useEntry, useLibraryStatus } from "#studio/storage/library/use-library.ts";
import { classes } from "#studio/ui/classes.ts";
import { GenerationMissing } from "./generation-missing.tsx";
import { LibraryProblem } from "./library-problem.tsx";
import { useGenerate } from "./use-generate.ts";
import { useReturningVisitor } from "./use-returning-visitor.ts";

const EntryStage = lazy(async () => ({
  default: (await import("./entry-stage.tsx")).EntryStage,
}));
const EntryDetails = lazy(async () => ({
  default: (await import("./entry-details.tsx")).EntryDetails,
}));
const SendQueue = lazy(async () => ({
  default: (await import("#studio/features/generations/views/send-queue.tsx")).SendQueue,
}));
const Filmstrip = lazy(async () => ({
  default: (await import("#studio/features/generations/views/filmstrip.tsx")).Filmstrip,
}));

/**
 * The create screen: compose left, stage in the middle, details right, recent generations at the bottom. On a phone one
 * column, with the stage first once there is something on it.
 */
export function CreateScreen({ generationId }: { generationId: string | undefined }) {
  const entries = useEntries();
  const status = useLibraryStatus();
  const handleGenerate = useGenerate();
  const pendingDraft = usePendingDraft();
  const fillForm = useFillForm();
  useReturningVisitor(status, entries.length > 0);
  const selected = useEntry(generationId);
  const entry = generationId === undefined ? entries[0] : selected;
  const isFirstRun = entry === undefined && generationId === undefined;
  const isStageFirst = isFirstRun || generationId !== undefined;

  return (
    <div
      data-full-height=""
      className="grid flex-1 content-start lg:min-h-0 lg:grid-cols-[24.5rem_minmax(0,1fr)] lg:grid-rows-[minmax(0,1fr)_auto] lg:content-stretch"
    >
      <div className="border-line max-lg:border-t lg:row-span-2 lg:min-h-0 lg:border-r">
        <ComposeForm onGenerate={handleGenerate} pendingDraft={pendingDraft} />
      </div>
      <div
        className={classes(
          "min-w-0 lg:order-none lg:min-h-0 lg:overflow-y-auto xl:flex xl:overflow-hidden",
          isStageFirst && "order-first",
          // In one column the form starts below the fold, so that it does not jump when the clip arrives.
          generationId !== undefined && "max-lg:min-h-dvh",
        )}
      >
        <div
          className={classes(
            "stage-inset grid min-h-0 min-w-0 lg:grid-rows-[minmax(0,1fr)] xl:h-full xl:flex-1",
            // On medium screens the details follow under the stage, partly visible as a hint to scroll.
            entry === undefined ? "lg:h-full" : "lg:h-[calc(100%-8rem)] lg:min-h-80",
          )}
        >
          <section
            aria-label={messages.stage}
            className="grid min-h-0 min-w-0 bg-stage text-on-stage scheme-dark lg:grid-rows-[minmax(0,1fr)]"
          >
            {typeof status === "object" && <LibraryProblem problem={status.problem} />}
            {isFirstRun && <FirstRun onUseSettings={fillForm} />}
            {entry === undefined && generationId !== undefined && status !== "loading" && (
              <GenerationMissing />
            )}
            {entry !== undefined && (
              <ErrorBoundary key={entry.id}>
                <Suspense fallback={null}>
                  <EntryStage entry={entry} onGenerateAgain={handleGenerate} />
                </Suspense>
              </ErrorBoundary>
            )}
          </section>
        </div>
        {entry !== undefined && (
          <aside
            aria-label={messages.details}
            className="border-line lg:border-t xl:w-84 xl:shrink-0 xl:overflow-y-auto xl:[scrollbar-gutter:stable] xl:border-t-0 xl:border-l"
          >
            <Suspense fallback={null}>
              <EntryDetails entry={entry} onGenerateAgain={handleGenerate} />
            </Suspense>
          </aside>
        )}
      </div>
      {entries.length > 0 && (
        <section
          aria-label={messages.recent}
          className="flex min-w-0 items-center border-t border-line lg:col-start-2"
        >
          <Suspense fallback={<div className="h-24" />}>
            <div className="min-w-0 flex-1">
              <Filmstrip entries={entries} selectedId={entry?.id} />
            </div>
            <SendQueue className="mx-3 shrink-0" />
          </Suspense>
        </section>
      )}
    </div>
  );
}
