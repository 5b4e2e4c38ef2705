import { useRef } from "react";
import { paragraph, sentence } from "#messages/common.ts";
import * as messages from "#messages/result.ts";
import { isGone, type Keeping, keepingOf } from "#studio/domain/life/clip-keeping.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { describeProblem } from "#studio/format/describe-problem.ts";

interface ClipKeepingProps {
  entry: LibraryEntry;
  /** Requests the clips again. */
  onFetchAgain: (entry: LibraryEntry) => void;
}

/** One line that says whether the clips are on this device, and if not, why and what to do. */
export function ClipKeeping({ entry, onFetchAgain }: ClipKeepingProps) {
  const line = useRef<HTMLParagraphElement>(null);
  const keeping = keepingOf(entry);
  if (keeping === null) return null;

  function handleFetchAgain() {
    // The button disappears with the problem and would take the focus with it.
    line.current?.focus();
    onFetchAgain(entry);
  }

  return (
    <p ref={line} tabIndex={-1} className="text-13 text-muted outline-none">
      <span>{keepingText(keeping)}</span>
      {(keeping.kind === "trouble" || keeping.kind === "stopped") && (
        <span>
          {" "}
          <button
            type="button"
            className="underline underline-offset-2 hover:text-ink"
            onClick={handleFetchAgain}
          >
            {messages.saveAgain}
          </button>
        </span>
      )}
    </p>
  );
}

function keepingText(keeping: Keeping): string {
  if (keeping.kind === "kept") return messages.saved;
  if (keeping.kind === "fetching") return messages.saving;
  const { title, detail, action } = describeProblem(keeping.problem);
  // The stage shows the same problem and offers a new generation.
  if (isGone(keeping.problem)) return paragraph(sentence(title), detail);
  const next = keeping.kind === "stopped" ? action : messages.retrying;
  return messages.notSaved(title, next);
}
