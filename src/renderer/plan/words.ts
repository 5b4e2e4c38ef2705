/** Finds keywords in prompts in any script, with more weight on early words. */
import type { Lexicon } from "./lexicon.ts";

/** A text prepared for searching. */
export interface SearchableText {
  /** The lower-case words of the text, with one space around each. */
  readonly words: string;
  /** The set of these words, for fast negative lookups. */
  readonly known: ReadonlySet<string>;
}

// No class contains its own opening character, which would make a run of them quadratic.
const SPEECH = /\[[^[\]\n]{1,80}\]:?\s*["“][^"“”\n]*["”]|["“][^"“”\n]*["”]/gu;
const AUDIO_BLOCK = /\baudio\s*:[^\n]*/giu;
const NEGATED =
  /\b(?:no|without|never|not any)\s+(?:\p{L}+\s+(?:or|and)\s+)?\p{L}+|[没无][有]?\p{Script=Han}/giu;

/** The part of a prompt about the picture, without speech, sound notes and exclusions. */
export function pictureText(prompt: string): SearchableText {
  return searchable(
    prompt.replace(AUDIO_BLOCK, " ").replace(SPEECH, " ").replace(NEGATED, keepCameraWords),
  );
}

/** Prepares any text for searching. */
export function searchable(text: string): SearchableText {
  const words = text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ");
  const trimmed = words.trim();
  return { words: ` ${trimmed} `, known: new Set(trimmed.split(" ")) };
}

/** What a prompt itself excludes: "no rain", "without people". */
export function excludedText(prompt: string): string {
  return (prompt.match(NEGATED) ?? []).join(" ");
}

/** How strongly a text matches keywords: 0 for no match; early words and phrases weigh more. */
function strength(text: SearchableText, alternatives: string): number {
  let total = 0;
  for (const word of alternatives.split("|")) {
    const at = positionOf(text, word);
    // The decay is by characters, not by share of the text, so words after the first sixty hardly matter.
    if (at >= 0) total += word.split(" ").length / (1 + at / 60);
  }
  return total;
}

/** Whether a text contains any of the keywords. */
export function mentions(text: SearchableText, alternatives: string): boolean {
  return alternatives.split("|").some((word) => positionOf(text, word) >= 0);
}

/** The value whose keywords match the strongest, or null; `isAllowed` can exclude some. */
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

/** The entries of a lexicon, with typed keys. */
export function entriesOf<T extends string>(lexicon: Lexicon<T>): [T, string][] {
  // Object.entries widens keys to string; a lexicon's keys are exactly T.
  return Object.entries(lexicon) as [T, string][];
}

/** The words that follow each occurrence of a word; "" at the end or for Chinese, which has no word breaks. */
export function nextWords(text: SearchableText, word: string): string[] {
  if (isHan(word)) return text.words.includes(word) ? [""] : [];
  return text.words
    .split(` ${word} `)
    .slice(1)
    .map((rest) => rest.slice(0, rest.indexOf(" ")));
}

/** The text before each occurrence of a word. */
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

/** Whether a keyword is Chinese, the only non-Latin script in the lexicon. */
function isHan(word: string): boolean {
  return word.charCodeAt(0) >= 0x2e80;
}
