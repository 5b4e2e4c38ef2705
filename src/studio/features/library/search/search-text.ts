/**
 * Search over everything that identifies a generation. A scan of folded text: it needs no index, no word boundaries,
 * and works in scripts without spaces.
 */
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { foldText } from "./fold-text.ts";

/** The folded words of a query. All of them have to occur, in any order. */
export type SearchTerms = readonly string[];

const BETWEEN_TERMS = /\s+/u;

/** Splits a query at white space. */
export function searchTerms(query: string): SearchTerms {
  return foldText(query)
    .split(BETWEEN_TERMS)
    .filter((term) => term !== "");
}

/** Whether an entry or the creator's note on it contains all terms. */
export function matchesTerms(entry: LibraryEntry, note: string, terms: SearchTerms): boolean {
  if (terms.length === 0) return true;
  const text = searchedText(entry);
  const foldedNote = note === "" ? "" : foldText(note);
  return terms.every((term) => text.includes(term) || foldedNote.includes(term));
}

/** Folded once per version of an entry. */
const texts = new WeakMap<LibraryEntry, string>();

function searchedText(entry: LibraryEntry): string {
  let text = texts.get(entry);
  if (text === undefined) {
    const { request, id, externalTaskId, generation } = entry;
    const parts = [request.prompt, request.negative_prompt, id, externalTaskId, generation?.id];
    // Terms contain no line breaks, so none can match across two parts.
    text = foldText(parts.filter((part) => part !== undefined).join("\n"));
    texts.set(entry, text);
  }
  return text;
}

/** Few enough to fold in a fraction of a frame. */
const STEP = 250;

/**
 * Folds the texts of all entries in small steps, so that the first key press doesn't have to. Returns a disposer.
 */
export function prepareSearch(
  entries: readonly LibraryEntry[],
  setTimer: (run: () => void) => () => void,
): () => void {
  let at = 0;
  let cancel = setTimer(next);
  function next(): void {
    for (const entry of entries.slice(at, at + STEP)) searchedText(entry);
    at += STEP;
    if (at < entries.length) cancel = setTimer(next);
  }
  return () => cancel();
}
