import { useRef } from "react";
import * as words from "#messages/result.ts";
import { isGone, type Keeping, keepingOf } from "#studio/domain/clip-keeping.ts";
import type { LibraryEntry } from "#studio/domain/library-entry.ts";
import { problemWords } from "#studio/domain/problem-words.ts";

interface ClipKeepingProps {
  entry: LibraryEntry;
  /** Asks for the clips once more. */
  onFetchAgain: (entry: LibraryEntry) => void;
}

/** Whether the clips are on this device, in one line; and if not, why, and how to have them. */
export function ClipKeeping({ entry, onFetchAgain }: ClipKeepingProps) {
  const line = useRef<HTMLParagraphElement>(null);
  const keeping = keepingOf(entry);
  if (keeping === null) return null;

  function handleFetchAgain() {
    // The button goes with the trouble, and would take the focus along.
    line.current?.focus();
    onFetchAgain(entry);
  }

  return (
    <p ref={line} tabIndex={-1} className="text-13 text-muted outline-none">
      <span>{sentences(keeping)}</span>
      {(keeping.kind === "trouble" || keeping.kind === "stopped") && (
        <span>
          {" "}
          <button
            type="button"
            className="underline underline-offset-2 hover:text-ink"
            onClick={handleFetchAgain}
          >
            {words.saveAgain}
          </button>
        </span>
      )}
    </p>
  );
}

function sentences(keeping: Keeping): string {
  if (keeping.kind === "kept") return words.saved;
  if (keeping.kind === "fetching") return words.saving;
  const { title, detail, action } = problemWords(keeping.problem);
  // The stage says the same, and offers a new one.
  if (isGone(keeping.problem)) return `${title}. ${detail}`;
  const next = keeping.kind === "stopped" ? action : words.retrying;
  return words.notSaved(title, next);
}
