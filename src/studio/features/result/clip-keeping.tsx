import type { ReactNode } from "react";
import { keepingOf } from "#studio/domain/clip-keeping.ts";
import type { LibraryEntry } from "#studio/domain/library-entry.ts";
import { problemWords } from "#studio/domain/problem-words.ts";
import * as words from "#words/result.ts";

interface ClipKeepingProps {
  entry: LibraryEntry;
  /** Asks for the clips once more. */
  onFetchAgain: (entry: LibraryEntry) => void;
}

/** Whether the clips are on this device, in one line; and if not, why, and how to have them. */
export function ClipKeeping({ entry, onFetchAgain }: ClipKeepingProps) {
  const keeping = keepingOf(entry);
  if (keeping === null) return null;
  if (keeping.kind === "kept") return <Line>{words.kept}</Line>;
  if (keeping.kind === "fetching") return <Line>{words.fetching}</Line>;
  const { title, action } = problemWords(keeping.problem);
  const isStopped = keeping.kind === "stopped";
  return (
    <Line>
      {words.notKept(title)} {isStopped ? action : words.fetchedAgain}{" "}
      <button
        type="button"
        className="underline underline-offset-2 hover:text-ink"
        onClick={() => onFetchAgain(entry)}
      >
        {words.fetchAgain}
      </button>
    </Line>
  );
}

function Line({ children }: { children: ReactNode }) {
  return <p className="text-13 text-muted">{children}</p>;
}
