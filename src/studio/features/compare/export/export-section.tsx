import { type ReactNode, useCallback, useId, useRef } from "react";
import * as messages from "#messages/export.ts";
import { Button } from "#studio/ui/buttons/button.tsx";
import { classes } from "#studio/ui/classes.ts";
import { ExportStatus } from "./export-status.tsx";
import type { Action, ExportJob } from "./use-export.ts";

interface ExportSectionProps {
  action: Action;
  text: string;
  button: string;
  job: ExportJob;
  onBegin: () => void;
  /** False while there is nothing to export yet. */
  isReady?: boolean;
  /** Options, and a summary of the output. */
  children?: ReactNode;
}

/** One kind of export: its description, its options and its progress. */
export function ExportSection({
  action,
  text,
  button,
  job,
  onBegin,
  isReady = true,
  children,
}: ExportSectionProps) {
  const id = useId();
  const isBlocked = job.state.kind === "working" || !isReady;
  const isOwn = job.state.kind === "working" && job.state.action === action;
  const main = useRef<HTMLButtonElement>(null);

  // Cancel and Try again unmount. If one of them has the focus, it moves to the main button.
  const moveFocusOnUnmount = useCallback((button: HTMLButtonElement | null) => {
    return () => {
      if (button === document.activeElement) main.current?.focus();
    };
  }, []);

  return (
    <section aria-labelledby={id} className="grid content-start gap-3">
      <div className="grid gap-1">
        <h2 id={id} className="text-14 font-semibold">
          {messages.actions[action]}
        </h2>
        <p className="max-w-prose text-13 text-muted">{text}</p>
      </div>
      {children}
      <Button
        ref={main}
        isLoading={isOwn}
        aria-disabled={isBlocked || undefined}
        onClick={isBlocked ? undefined : onBegin}
        className={classes("justify-self-start", isBlocked && "text-muted")}
      >
        {button}
      </Button>
      <ExportStatus
        action={action}
        job={job}
        onRetry={onBegin}
        temporaryButtonRef={moveFocusOnUnmount}
      />
    </section>
  );
}

interface ChoiceProps {
  label: string;
  children: ReactNode;
}

/** An option with a visible label. The control inside has its own accessible name. */
export function Choice({ label, children }: ChoiceProps) {
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-13">
      <span aria-hidden="true" className="min-w-24 text-muted">
        {label}
      </span>
      {children}
    </div>
  );
}
