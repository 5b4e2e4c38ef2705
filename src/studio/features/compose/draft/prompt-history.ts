/** Moving through the prompts that were sent before, like through the history of a command line. */

/** Where the creator is in the history. */
export interface HistoryPlace {
  /** 0 is the newest prompt. Null while the form has a text of its own. */
  index: number | null;
  /** The text to return to from the newest prompt. */
  own: string;
}

export const AT_OWN_TEXT: HistoryPlace = { index: null, own: "" };

/** The different prompts, newest first. */
export function promptsOf(requests: readonly { prompt: string }[]): string[] {
  return [...new Set(requests.map(({ prompt }) => prompt))];
}

/**
 * The place one step away from the current text. A text that differs from the prompt of its place was edited, so it
 * is the creator's own. Null if there is nothing in this direction.
 */
export function stepThroughPrompts(
  prompts: readonly string[],
  { text, place }: { text: string; place: HistoryPlace },
  step: "back" | "forward",
): { text: string; place: HistoryPlace } | null {
  const isThere = place.index !== null && prompts[place.index] === text;
  const from = isThere && place.index !== null ? place.index : -1;
  const own = isThere ? place.own : text;
  if (step === "forward") {
    if (from < 0) return null;
    if (from === 0) return { text: own, place: { index: null, own: "" } };
    return at(prompts, from - 1, own);
  }
  // The own text may be the newest prompt, which would not change anything.
  const next = from + (from < 0 && prompts[0] === text ? 2 : 1);
  return at(prompts, next, own);
}

function at(prompts: readonly string[], index: number, own: string) {
  const text = prompts[index];
  return text === undefined ? null : { text, place: { index, own } };
}
