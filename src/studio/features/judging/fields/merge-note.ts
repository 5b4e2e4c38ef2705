/**
 * Merges a note that is edited without its full current text, because the disk could not be read or another tab has
 * just changed it. The stored text stays, and the typed text is added on new lines below it.
 */

/** The text on the screen before and after typing. */
interface TypedNote {
  seen: string;
  typed: string;
}

/** The note to store. `kept` is the text on the disk. Idempotent, so it can run again on its own result. */
export function mergeNote(kept: string, { seen, typed }: TypedNote): string {
  if (kept === seen || kept === "") return typed;
  if (kept === typed || kept.endsWith(`\n${typed}`)) return kept;
  // The same note was extended before, so replace the lines that this typing added.
  const above = seen !== "" && kept.endsWith(`\n${seen}`) ? kept.slice(0, -seen.length - 1) : kept;
  return typed === "" ? above : `${above}\n${typed}`;
}
