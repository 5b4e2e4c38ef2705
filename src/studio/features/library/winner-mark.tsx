import { Crown } from "lucide-react";
import { excerpt } from "#studio/domain/excerpt.ts";
import type { LibraryEntry } from "#studio/domain/library-entry.ts";
import { modeOf } from "#studio/domain/pairs.ts";
import { chosenOver } from "#studio/domain/verdict-wins.ts";
import { useJudgements } from "#studio/storage/use-judgements.ts";
import * as words from "#words/judging.ts";

const PROMPT_CHARACTERS = 30;

interface WinnerMarkProps {
  entry: LibraryEntry;
  entries: readonly LibraryEntry[];
}

/** Says over which others a clip was chosen; nothing where it was not. */
export function WinnerMark({ entry, entries }: WinnerMarkProps) {
  const { byId } = useJudgements();
  const beaten = chosenOver(entry.id, byId);
  const [first] = beaten;
  if (first === undefined) return null;
  const name = nameOf(
    entries.find(({ id }) => id === first),
    entry,
  );
  const text = beaten.length === 1 ? words.chosenOver(name) : words.chosenOverMany(beaten.length);
  return (
    <p className="flex items-center gap-1.5 text-12 font-medium text-accent-text">
      <Crown size={14} className="shrink-0" />
      {text}
    </p>
  );
}

function nameOf(other: LibraryEntry | undefined, than: LibraryEntry): string {
  if (other === undefined) return words.otherClip;
  // The same prompt in the other mode, or another prompt: what tells it apart.
  if (modeOf(other) !== modeOf(than)) return words.modes[modeOf(other)];
  return words.quoted(excerpt(other.request.prompt, PROMPT_CHARACTERS));
}
