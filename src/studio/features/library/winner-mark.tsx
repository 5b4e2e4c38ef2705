import { Crown } from "lucide-react";
import { modes, takeName } from "#messages/common.ts";
import * as messages from "#messages/judging.ts";
import { chosenOver } from "#studio/domain/judging/verdict-wins.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { modeOf, takePlace } from "#studio/domain/life/pairs.ts";
import { excerpt } from "#studio/format/excerpt.ts";
import { useJudgements } from "#studio/storage/judgements/use-judgements.ts";
import { useEntry } from "#studio/storage/library/use-library.ts";

const PROMPT_CHARACTERS = 30;

interface WinnerMarkProps {
  entry: LibraryEntry;
  /** The entries of the same press. */
  siblings: readonly LibraryEntry[];
  /** Shows only the crown. The text is its tooltip. */
  isShort?: boolean;
}

/** Says which clips this one was chosen over. Hidden if there are none. */
export function WinnerMark({ entry, siblings, isShort = false }: WinnerMarkProps) {
  const { byId } = useJudgements();
  const beaten = chosenOver(entry.id, byId);
  const [first] = beaten;
  const other = useEntry(first);
  if (first === undefined) return null;
  const text = textOf(beaten.length, nameOf(other, entry, siblings));
  return (
    <p
      title={isShort ? text : undefined}
      className="flex shrink-0 items-center gap-1.5 text-12 font-medium text-ink"
    >
      <Crown size={14} className="shrink-0" />
      <span className={isShort ? "sr-only" : undefined}>{text}</span>
    </p>
  );
}

function textOf(count: number, name: string | null): string {
  if (count > 1) return messages.chosenOverMany(count);
  return name === null ? messages.chosenOverUnknown : messages.chosenOver(name);
}

/**
 * Names a clip of the same submit by its take or mode, and any other clip by its prompt. Null if it is not in the
 * library.
 */
function nameOf(
  other: LibraryEntry | undefined,
  than: LibraryEntry,
  siblings: readonly LibraryEntry[],
): string | null {
  if (other === undefined) return null;
  if (other.pairId === null || other.pairId !== than.pairId) {
    return messages.quoted(excerpt(other.request.prompt, PROMPT_CHARACTERS));
  }
  const mode = modes[modeOf(other)];
  const place = takePlace(other, siblings);
  return place === null ? mode : takeName(mode, place.number);
}
