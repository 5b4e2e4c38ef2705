/** Judging two clips without knowing which is which. */
import { type ReactNode, useEffect, useState } from "react";
import { useLocation, useSearch } from "wouter";
import { goToCreate, loadingLibrary, prompt as promptLabel } from "#messages/common.ts";
import * as messages from "#messages/judging.ts";
import type { Verdict } from "#studio/domain/judging/judgement.ts";
import { blindQueue } from "#studio/domain/judging/verdict-queue.ts";
import { outcomeOf } from "#studio/domain/life/entry-status.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { blindHref, COMPARE_PATH, CREATE_PATH } from "#studio/domain/paths.ts";
import type { JudgedEntries } from "#studio/features/judging/judged-sides.ts";
import { SavingNote } from "#studio/features/judging/saving-note.tsx";
import { useJudgements } from "#studio/storage/judgements/use-judgements.ts";
import { useEntries, useLibraryStatus } from "#studio/storage/library/use-library.ts";
import { LinkButton } from "#studio/ui/buttons/link-button.tsx";
import { EmptyState } from "#studio/ui/empty-state.tsx";
import { SHORTCUT_AREA } from "#studio/ui/shortcuts/use-key-down.ts";
import { blindIds } from "./blind-address.ts";
import { BlindQuestions } from "./blind-questions.tsx";
import { BlindReveal, type RenderDifference } from "./blind-reveal.tsx";
import { useBlindVerdict } from "./use-blind-verdict.ts";

/** Renders both clips on one stage. While `isBlind`, nothing on it may reveal which clip is which. */
export type RenderBlindStage = (entries: JudgedEntries, isBlind: boolean) => ReactNode;

interface BlindScreenProps {
  renderStage: RenderBlindStage;
  renderDifference: RenderDifference;
}

/** The "Judge blind" screen: the clips in the URL, or the first pair not judged yet. */
export function BlindScreen(props: BlindScreenProps) {
  const search = useSearch();
  const entries = useEntries();
  const status = useLibraryStatus();
  const { byId, isLoading } = useJudgements();
  const [, navigate] = useLocation();
  const ids = blindIds(search);
  const isNamed = search.includes("of=");
  const [first] = isNamed || isLoading ? [] : blindQueue(entries, byId);
  const firstHref = first && blindHref(...first);

  useEffect(() => {
    if (firstHref) navigate(firstHref, { replace: true });
  }, [firstHref, navigate]);

  if (status === "loading" || isLoading || firstHref) {
    return <p className="p-6 text-14 text-muted">{loadingLibrary}</p>;
  }
  const [one, other] = (ids ?? []).map((id) => entries.find((entry) => entry.id === id));
  if (one && other && isFinished(one) && isFinished(other)) {
    return <BlindComparison key={`${one.id} ${other.id}`} pair={[one, other]} {...props} />;
  }
  return isNamed ? (
    <EmptyState
      level={1}
      title={messages.missingTitle}
      detail={messages.missingDetail}
      action={<LinkButton href={COMPARE_PATH}>{messages.backToCompare}</LinkButton>}
    />
  ) : (
    <EmptyState
      level={1}
      title={messages.nothingTitle}
      detail={messages.nothingDetail}
      action={<LinkButton href={CREATE_PATH}>{goToCreate}</LinkButton>}
    />
  );
}

interface BlindComparisonProps extends BlindScreenProps {
  pair: readonly [LibraryEntry, LibraryEntry];
}

function BlindComparison({ pair, renderStage, renderDifference }: BlindComparisonProps) {
  const [one, other] = pair;
  const verdict = useBlindVerdict([one.id, other.id]);
  if (verdict === undefined) return <p className="p-6 text-14 text-muted">{loadingLibrary}</p>;
  const entries =
    verdict.leftId === one.id ? { left: one, right: other } : { left: other, right: one };
  return (
    <div
      {...SHORTCUT_AREA}
      className="mx-auto grid w-full max-w-7xl grid-cols-[minmax(0,1fr)] content-start gap-4 p-4 sm:px-6"
    >
      <header className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <h1 className="text-20 font-semibold">{messages.blindTitle}</h1>
        {verdict.revealedAt === null && (
          <p className="min-w-0 text-13 text-balance text-muted">{messages.blindIntro}</p>
        )}
      </header>
      <SavingNote />
      <Prompts entries={entries} />
      {renderStage(entries, verdict.revealedAt === null)}
      <Answers verdict={verdict} entries={entries} renderDifference={renderDifference} />
    </div>
  );
}

interface AnswersProps {
  verdict: Verdict;
  entries: JudgedEntries;
  renderDifference: RenderDifference;
}

function Answers({ verdict, entries, renderDifference }: AnswersProps) {
  // The focus moves to the reveal only if it happens during this visit.
  const [wasBlind] = useState(verdict.revealedAt === null);
  if (verdict.revealedAt === null) return <BlindQuestions verdict={verdict} />;
  return (
    <BlindReveal
      verdict={verdict}
      entries={entries}
      isNew={wasBlind}
      renderDifference={renderDifference}
    />
  );
}

/** One prompt, or both if they differ. */
function Prompts({ entries: { left, right } }: { entries: JudgedEntries }) {
  const [first, second] = [left.request.prompt, right.request.prompt];
  const prompts =
    first === second
      ? [{ label: promptLabel, prompt: first }]
      : [
          { label: messages.promptOf(messages.sideA), prompt: first },
          { label: messages.promptOf(messages.sideB), prompt: second },
        ];
  return (
    <dl className="grid gap-1 text-14">
      {prompts.map(({ label, prompt }) => (
        <div key={label} className="flex flex-wrap gap-x-3">
          <dt className="text-muted">{label}</dt>
          <dd dir="auto" className="max-w-prose min-w-0 flex-1 basis-64 wrap-anywhere">
            {prompt}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function isFinished(entry: LibraryEntry): boolean {
  return outcomeOf(entry) === "completed" && (entry.generation?.clips.length ?? 0) > 0;
}
