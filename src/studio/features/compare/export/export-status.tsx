import type { RefCallback } from "react";
import { cancel as cancelText, tryAgain } from "#messages/common.ts";
import { megabytes } from "#messages/compare-facts.ts";
import * as messages from "#messages/export.ts";
import { Button } from "#studio/ui/buttons/button.tsx";
import { Progress } from "#studio/ui/progress.tsx";
import { saveFile } from "#studio/ui/save-file.ts";
import type { Action, ExportJob } from "./use-export.ts";

interface ExportStatusProps {
  action: Action;
  job: ExportJob;
  onRetry: () => void;
  /** For buttons that unmount when pressed. */
  temporaryButtonRef: RefCallback<HTMLButtonElement>;
}

/** The progress or the result of an export. Only the result is announced; the progress bar can be read on demand. */
export function ExportStatus({
  action,
  job: { state, cancel },
  onRetry,
  temporaryButtonRef: passingRef,
}: ExportStatusProps) {
  const isOwn = state.kind !== "idle" && state.action === action;
  return (
    <>
      {isOwn && state.kind === "working" && action !== "still" && (
        <div className="grid gap-2">
          <Progress label={messages.working[action]} value={state.part} />
          <div className="flex items-center justify-between gap-4">
            <p aria-hidden="true" className="text-13 text-muted tabular-nums">
              {messages.workingAt(action, state.part)}
            </p>
            <Button ref={passingRef} onClick={cancel}>
              {cancelText}
            </Button>
          </div>
        </div>
      )}
      <div role="status" className="grid gap-1 text-13 empty:hidden">
        {isOwn && state.kind === "cancelled" && <p className="text-muted">{messages.cancelled}</p>}
        {isOwn && state.kind === "failed" && (
          <p className="text-danger">{messages.failed[state.reason]}</p>
        )}
        {isOwn && state.kind === "made" && (
          <>
            <p className="wrap-anywhere">
              {messages.saved(state.fileName, megabytes(state.made.blob.size))}
            </p>
            {state.made.isSmaller && <p>{messages.reduced(state.made.width, state.made.height)}</p>}
            {state.made.codec === "vp9" && <p>{messages.otherCodec}</p>}
            {state.made.damagedFrames > 0 && (
              <p>{messages.damagedFrames(state.made.damagedFrames)}</p>
            )}
            {state.made.isSoundMissing && <p>{messages.soundLeftOut}</p>}
          </>
        )}
      </div>
      {isOwn && state.kind === "failed" && state.reason === "failed" && (
        <Button ref={passingRef} onClick={onRetry} className="justify-self-start">
          {tryAgain}
        </Button>
      )}
      {isOwn && state.kind === "made" && (
        <Button
          onClick={() => saveFile(state.made.blob, state.fileName)}
          className="justify-self-start"
        >
          {messages.saveAgain}
        </Button>
      )}
    </>
  );
}
