/** The stage when there will be no clip: what happened, what it means, what to do. */
import { type ReactNode, useState } from "react";
import { Link, useLocation } from "wouter";
import type { Problem } from "#contract/problem.ts";
import { canSendAgain } from "#studio/domain/entry-rules.ts";
import type { LibraryEntry } from "#studio/domain/library-entry.ts";
import { modeOf } from "#studio/domain/pairs.ts";
import { generationHref } from "#studio/domain/paths.ts";
import { problemLine, problemWords, taskErrorWords } from "#studio/domain/problem-words.ts";
import { Button } from "#studio/ui/button.tsx";
import { Facts } from "#studio/ui/facts.tsx";
import * as words from "#words/generations.ts";
import { failureFacts } from "./failure-facts.ts";
import { retry, sendAgain } from "./submit.ts";

interface FailureStageProps {
  entry: LibraryEntry;
  onUseSettings: () => void;
}

/** Fills the stage for a generation that failed or was refused. */
export function FailureStage({ entry, onUseSettings }: FailureStageProps) {
  const [isRetrying, setIsRetrying] = useState(false);
  const [retryProblem, setRetryProblem] = useState<Problem | null>(null);
  const [, navigate] = useLocation();
  const said =
    entry.phase !== "failed" && entry.problem
      ? problemWords(entry.problem)
      : taskErrorWords(entry.generation?.error ?? null);

  async function handleRetry() {
    setIsRetrying(true);
    const result = await (canSendAgain(entry) ? sendAgain : retry)(entry.id);
    setIsRetrying(false);
    setRetryProblem(result.ok ? null : result.problem);
    const id = result.ok ? result.ids[0] : undefined;
    if (id !== undefined) navigate(generationHref(id));
  }

  return (
    <section
      aria-label={words.failureRegion(words.modes[modeOf(entry)])}
      className="grid max-h-full min-h-full content-center-safe justify-items-center gap-4 overflow-y-auto bg-stage p-4 text-ink scheme-dark sm:p-6"
    >
      <div className="grid w-full max-w-md gap-4">
        <div className="grid gap-1.5">
          <h2 className="text-20 font-semibold text-balance">{said.title}</h2>
          <p className="text-14 text-pretty text-muted">{said.detail}</p>
          {said.action && <p className="text-14 text-pretty">{said.action}</p>}
        </div>
        <Facts items={failureFacts(entry)} />
        {entry.retryOf !== null && <EarlierLink id={entry.retryOf} />}
        {retryProblem && (
          <Trouble>
            {words.couldNotRetry} {problemLine(retryProblem)}
          </Trouble>
        )}
        <div className="flex flex-wrap gap-2">
          <Button variant="primary" isLoading={isRetrying} onClick={() => void handleRetry()}>
            {canSendAgain(entry) ? words.sendAgain : words.retry}
          </Button>
          <Button onClick={onUseSettings}>{words.useSettings}</Button>
        </div>
        {!canSendAgain(entry) && <p className="text-12 text-muted">{words.retryHint}</p>}
      </div>
    </section>
  );
}

function EarlierLink({ id }: { id: string }) {
  return (
    <p className="text-13 text-muted">
      {words.retryOf}.{" "}
      <Link href={generationHref(id)} className="text-ink underline underline-offset-2">
        {words.showEarlier}
      </Link>
    </p>
  );
}

function Trouble({ children }: { children: ReactNode }) {
  return (
    <p role="alert" className="text-13 text-danger">
      {children}
    </p>
  );
}
