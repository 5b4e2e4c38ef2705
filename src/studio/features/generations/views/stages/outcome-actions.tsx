/** Actions after an outcome without a clip. Asks for confirmation if the creator might pay twice. */
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useId, useState } from "react";
import { cancel, tryAgain } from "#messages/common.ts";
import * as messages from "#messages/generations.ts";
import * as outcomes from "#messages/outcomes.ts";
import { quoteOptions } from "#studio/api/quote.ts";
import { canSendAgain, riskOfPayingTwice } from "#studio/domain/life/entry-rules.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { canRetry } from "#studio/domain/life/retry-rules.ts";
import { formatQuote } from "#studio/format/money.ts";
import { Button } from "#studio/ui/buttons/button.tsx";
import { ConfirmDialog } from "#studio/ui/overlays/confirm-dialog.tsx";
import { generations } from "../../studio-generations.ts";
import type { EntryAction } from "../use-entry-action.ts";

/** The actions of this stage. `check` reads the task, and the others send a request. */
export type OutcomeAction = "retry" | "send-again" | "check" | "start-over";

interface OutcomeActionsProps {
  entry: LibraryEntry;
  /** The action in progress. */
  running: OutcomeAction | null;
  onRun: (name: OutcomeAction, action: EntryAction) => Promise<void>;
  /** What has to come before the first action. It is then the primary one. */
  lead?: ReactNode;
  /** Further buttons, after the first. */
  children: ReactNode;
}

/** One primary action, then the secondary ones. */
export function OutcomeActions(props: OutcomeActionsProps) {
  const { entry, running, onRun, lead = null, children } = props;
  const { id } = entry;
  const risk = riskOfPayingTwice(entry);
  const [isAsking, setIsAsking] = useState(false);
  const first = firstAction(entry);
  const priceId = useId();
  const { data } = useQuery(quoteOptions(entry.request));
  const price = formatQuote(data?.ok === true ? data.value : null);
  return (
    <>
      <div className="flex flex-wrap gap-2">
        <span className="contents">{lead}</span>
        {first && (
          <Button
            variant={lead === null ? "primary" : "quiet"}
            isLoading={running === first.name}
            onClick={() => void onRun(first.name, first.act)}
            {...(first.name !== "check" && { "aria-describedby": priceId })}
          >
            <span>{first.label}</span>
            {first.name !== "check" && price !== null && (
              <span aria-hidden="true" className="-ml-1 tabular-nums">
                {messages.buttonPrice(price)}
              </span>
            )}
          </Button>
        )}
        <div className="contents">{children}</div>
        {risk !== null && (
          <Button isLoading={running === "start-over"} onClick={() => setIsAsking(true)}>
            {outcomes.startOver}
          </Button>
        )}
      </div>
      <span id={priceId} className="sr-only">
        {price}
      </span>
      {first?.name === "retry" && <p className="text-12 text-muted">{messages.retryHint}</p>}
      {risk !== null && isAsking && (
        <ConfirmDialog
          title={outcomes.startOverTitle}
          confirmLabel={outcomes.startOverConfirm}
          cancelLabel={cancel}
          onCancel={() => setIsAsking(false)}
          onConfirm={() => {
            setIsAsking(false);
            void onRun("start-over", () => generations.startOver(id));
          }}
        >
          {outcomes.startOverDetail[risk]}
        </ConfirmDialog>
      )}
    </>
  );
}

interface FirstAction {
  name: OutcomeAction;
  label: string;
  act: EntryAction;
}

function firstAction(entry: LibraryEntry): FirstAction | null {
  const { id, phase } = entry;
  if (canSendAgain(entry)) {
    return { name: "send-again", label: messages.sendAgain, act: () => generations.sendAgain(id) };
  }
  if (canRetry(entry)) {
    const label = phase === "withdrawn" ? outcomes.generateAgain : tryAgain;
    return { name: "retry", label, act: () => generations.retry(id) };
  }
  if (phase === "lost") {
    return { name: "check", label: outcomes.lookAgain, act: () => generations.resumeTracking(id) };
  }
  return riskOfPayingTwice(entry) !== null
    ? { name: "check", label: outcomes.lookAgain, act: () => generations.checkNow(id) }
    : null;
}
