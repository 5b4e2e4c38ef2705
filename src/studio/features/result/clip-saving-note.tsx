import { useRef } from "react";
import { paragraph, sentence } from "#messages/common.ts";
import * as messages from "#messages/result.ts";
import { isGone, type SavingState, savingStateOf } from "#studio/domain/life/clip-saving.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { describeProblem } from "#studio/format/describe-problem.ts";

interface ClipSavingNoteProps {
  entry: LibraryEntry;
  /** Requests the clips again. */
  onFetchAgain: (entry: LibraryEntry) => void;
}

/** One line that says whether the clips are on this device, and if not, why and what to do. */
export function ClipSavingNote({ entry, onFetchAgain }: ClipSavingNoteProps) {
  const line = useRef<HTMLParagraphElement>(null);
  const state = savingStateOf(entry);
  if (state === null) return null;

  function handleFetchAgain() {
    // The button disappears with the problem and would take the focus with it.
    line.current?.focus();
    onFetchAgain(entry);
  }

  return (
    <p ref={line} tabIndex={-1} className="text-13 text-muted outline-none">
      <span>{savingText(state)}</span>
      {(state.kind === "retrying" || state.kind === "stopped") && (
        <span>
          {" "}
          <button
            type="button"
            className="min-h-6 underline underline-offset-2 hover:text-ink pointer-coarse:min-h-11"
            onClick={handleFetchAgain}
          >
            {messages.saveAgain}
          </button>
        </span>
      )}
    </p>
  );
}

function savingText(state: SavingState): string {
  if (state.kind === "saved") return messages.saved;
  if (state.kind === "saving") return messages.saving;
  const { title, detail, action } = describeProblem(state.problem);
  // The stage shows the same problem and offers a new generation.
  if (isGone(state.problem)) return paragraph(sentence(title), detail);
  const next = state.kind === "stopped" ? action : messages.retrying;
  return messages.notSaved(title, next);
}
