/**
 * What becomes of a note when somebody types who does not see all of it: the disk could not be read, or another tab has just
 * written it. What is there stays, and what was typed stands on lines of its own below.
 */

/** What was on the screen, and what is there after the typing. */
interface TypedNote {
  seen: string;
  typed: string;
}

/** The note to be kept. `kept` is what is on the disk. Gives the same for the same, however often it is asked. */
export function mergeNote(kept: string, { seen, typed }: TypedNote): string {
  if (kept === seen || kept === "") return typed;
  if (kept === typed || kept.endsWith(`\n${typed}`)) return kept;
  // Typed before under the same note: what is below it grows with every letter.
  const above = seen !== "" && kept.endsWith(`\n${seen}`) ? kept.slice(0, -seen.length - 1) : kept;
  return typed === "" ? above : `${above}\n${typed}`;
}
