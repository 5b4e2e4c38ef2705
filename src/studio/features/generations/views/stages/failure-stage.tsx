/** The stage of a generation that failed: what happened, what it means and what to do. */
import type { ReactNode } from "react";
import { Link, useLocation } from "wouter";
import { paragraph, useSettings } from "#messages/common.ts";
import * as messages from "#messages/generations.ts";
import * as outcomes from "#messages/outcomes.ts";
import { notSent } from "#messages/shell.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import {
  isKeyAtFault,
  isPromptRefused,
  needsAnotherRequest,
} from "#studio/domain/life/retry-rules.ts";
import { generationHref } from "#studio/domain/paths.ts";
import { problemSummary } from "#studio/format/describe-problem.ts";
import { announce } from "#studio/ui/announcer.tsx";
import { Button } from "#studio/ui/buttons/button.tsx";
import { Facts } from "#studio/ui/facts.tsx";
import { openConnectionCheck } from "#studio/ui/overlays/settings-dialog-store.ts";
import { type EntryAction, useEntryAction } from "../use-entry-action.ts";
import { failureFacts } from "./failure-facts.ts";
import { type OutcomeAction, OutcomeActions } from "./outcome-actions.tsx";
import { describeOutcome, outcomeRegion } from "./outcome-messages.ts";
import { StageFrame } from "./stage-frame.tsx";

interface FailureStageProps {
  entry: LibraryEntry;
  /** Puts the request back into the form, with the prompt in focus. */
  onUseSettings: () => void;
}

/** Fills the stage when a generation ends without a clip. */
export function FailureStage({ entry, onUseSettings }: FailureStageProps) {
  const { run, running, failure } = useEntryAction<OutcomeAction>();
  const [, navigate] = useLocation();
  const outcome = describeOutcome(entry);

  async function handleRun(name: OutcomeAction, action: EntryAction) {
    if (running === null) announce(name === "check" ? messages.checking : messages.sending);
    const result = await run(name, action);
    if (result === null || name === "check") return;
    if (result.status === "declined") announce(notSent);
    if (result.status === "failed" || result.status === "declined") return;
    const [id] = "ids" in result ? result.ids : [];
    navigate(generationHref(id ?? entry.id));
  }

  return (
    <StageFrame
      label={outcomeRegion(entry)}
      request={entry.request}
      isStill
      className="gap-3 text-left"
    >
      <div className="grid gap-1.5">
        <h2 className="text-20 font-semibold text-balance">{outcome.title}</h2>
        <p className="text-14 text-pretty text-muted">{outcome.detail}</p>
        {outcome.action && <p className="text-14 text-pretty">{outcome.action}</p>}
      </div>
      <Facts items={failureFacts(entry)} className="empty:hidden" />
      {entry.retryOf !== null && <EarlierLink id={entry.retryOf} />}
      {failure !== null && failure.name !== "check" && (
        <Trouble>{paragraph(messages.couldNotRetry, problemSummary(failure.problem))}</Trouble>
      )}
      <OutcomeActions
        entry={entry}
        running={running}
        onRun={handleRun}
        lead={
          isKeyAtFault(entry) ? (
            <Button variant="primary" aria-haspopup="dialog" onClick={openConnectionCheck}>
              {messages.checkKey}
            </Button>
          ) : null
        }
      >
        <UseSettings entry={entry} onUse={onUseSettings} />
      </OutcomeActions>
    </StageFrame>
  );
}

/** The primary action if the request has to change, a secondary one otherwise. */
function UseSettings({ entry, onUse }: { entry: LibraryEntry; onUse: () => void }) {
  return needsAnotherRequest(entry) ? (
    <Button variant="primary" onClick={onUse}>
      {isPromptRefused(entry) ? outcomes.editPrompt : outcomes.editRequest}
    </Button>
  ) : (
    <Button onClick={onUse}>{useSettings}</Button>
  );
}

function EarlierLink({ id }: { id: string }) {
  return (
    <p className="text-13 text-muted">
      {messages.retryOf}{" "}
      <Link href={generationHref(id)} className="text-ink underline underline-offset-2">
        {messages.showEarlier}
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
