/** Finding words in prompts, in any script, early words first. */
import type { Lexicon } from "./lexicon.ts";

/** A text made ready for searching. */
export interface SearchableText {
  /** Lower-case words of the text with one space around each. */
  readonly words: string;
  /** The same words, each once: most questions are about words that do not occur at all. */
  readonly known: ReadonlySet<string>;
}

// No class holds the character that opens it: a run of openings would be searched to the end from each of them.
const SPEECH = /\[[^[\]\n]{1,80}\]:?\s*["“][^"“”\n]*["”]|["“][^"“”\n]*["”]/gu;
const AUDIO_BLOCK = /\baudio\s*:[^\n]*/giu;
const NEGATED =
  /\b(?:no|without|never|not any)\s+(?:\p{L}+\s+(?:or|and)\s+)?\p{L}+|[没无][有]?\p{Script=Han}/giu;

/** What a prompt says of the picture: speech, sound notes and things it rules out are left aside. */
export function pictureText(prompt: string): SearchableText {
  return searchable(
    prompt.replace(AUDIO_BLOCK, " ").replace(SPEECH, " ").replace(NEGATED, keepCameraWords),
  );
}

/** Any text, ready for searching. */
export function searchable(text: string): SearchableText {
  const words = text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ");
  const trimmed = words.trim();
  return { words: ` ${trimmed} `, known: new Set(trimmed.split(" ")) };
}

/** The things a prompt rules out by itself: "no rain", "without people". */
export function ruledOut(prompt: string): string {
  return (prompt.match(NEGATED) ?? []).join(" ");
}

/** How strongly a text speaks of a thing: 0 not at all; early words weigh most, phrases more than words. */
function strength(text: SearchableText, alternatives: string): number {
  let total = 0;
  for (const word of alternatives.split("|")) {
    const at = positionOf(text, word);
    // The decay is by characters, not by share of the text: what comes after sixty words hardly leads.
    if (at >= 0) total += word.split(" ").length / (1 + at / 60);
  }
  return total;
}

/** Whether a text speaks of a thing at all. */
export function mentions(text: SearchableText, alternatives: string): boolean {
  return alternatives.split("|").some((word) => positionOf(text, word) >= 0);
}

/** The thing a text speaks of most, or null; `isAllowed` can rule some out. */
export function strongest<T extends string>(
  text: SearchableText,
  lexicon: Lexicon<T>,
  isAllowed: (name: T, alternatives: string) => boolean,
): { name: T; strength: number } | null {
  let best: { name: T; strength: number } | null = null;
  for (const [name, alternatives] of entriesOf(lexicon)) {
    if (!isAllowed(name, alternatives)) continue;
    const found = strength(text, alternatives);
    if (found > (best?.strength ?? 0)) best = { name, strength: found };
  }
  return best;
}

/** The entries of a lexicon with their names typed. */
export function entriesOf<T extends string>(lexicon: Lexicon<T>): [T, string][] {
  // Object.entries widens keys to string; a lexicon's keys are exactly its T.
  return Object.entries(lexicon) as [T, string][];
}

/** The words that follow a word, one for each time that it occurs; "" at the end. Han has no words: "". */
export function nextWords(text: SearchableText, word: string): string[] {
  if (isHan(word)) return text.words.includes(word) ? [""] : [];
  return text.words
    .split(` ${word} `)
    .slice(1)
    .map((rest) => rest.slice(0, rest.indexOf(" ")));
}

/** What stands before a word, one text for each time that it occurs. */
export function previousText(text: SearchableText, word: string): string[] {
  const parts = text.words.split(isHan(word) ? word : ` ${word} `);
  return parts.slice(0, -1).map((part) => part.replace(/的$/u, ""));
}

function positionOf({ words, known }: SearchableText, word: string): number {
  if (isHan(word)) return words.indexOf(word);
  for (const form of [word, `${word}s`, `${word}es`]) {
    if (!form.includes(" ") && !known.has(form)) continue;
    const at = words.indexOf(` ${form} `);
    if (at >= 0) return at;
  }
  return -1;
}

function keepCameraWords(phrase: string): string {
  return /camera/i.test(phrase) ? phrase : " ";
}

/** Whether a word of the lexicon is Chinese: these are the only ones beyond Latin. */
function isHan(word: string): boolean {
  return word.charCodeAt(0) >= 0x2e80;
}
