/** Converts text to syllables: the vowel, the onset and pauses. */
import { hashText } from "../../plan/prng.ts";

/** Vowels that can be synthesised. */
export const VOWELS = ["a", "e", "i", "o", "u"] as const;
export type Vowel = (typeof VOWELS)[number];

/** How a syllable starts. */
export type Onset = "hiss" | "breath" | "stop" | "nasal" | "glide" | "open";

export interface Syllable {
  readonly vowel: Vowel;
  readonly onset: Onset;
  readonly isStressed: boolean;
  /** Silence after the syllable, in seconds. */
  readonly pauseSeconds: number;
}

const TOKEN = /\p{Script=Han}|[\p{L}\p{N}'’]+|[.!?…。！？]+|[,;:—，、；：]/gu;
/** Consonants before a vowel, the vowel's letters, and final consonants at the end of a word. */
const LATIN_SYLLABLE = /([^aeiouy]*)([aeiouy]+)(?:[^aeiouy]+$)?/g;
const COMMA_SECONDS = 0.16;
const SENTENCE_SECONDS = 0.32;
/** Longer lines are cut: this fills ten seconds. */
const SYLLABLES_MAX = 60;

/** The syllables of a line, at most as many as fit into the longest clip. */
export function syllablesOf(text: string): Syllable[] {
  const syllables: Syllable[] = [];
  for (const [token] of text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .matchAll(TOKEN)) {
    const pauseSeconds = pauseOf(token);
    const last = syllables.at(-1);
    if (pauseSeconds === 0) syllables.push(...wordSyllables(token));
    else if (last) syllables[syllables.length - 1] = { ...last, pauseSeconds };
    if (syllables.length >= SYLLABLES_MAX) break;
  }
  return syllables.slice(0, SYLLABLES_MAX);
}

function pauseOf(token: string): number {
  if (/^[.!?…。！？]/u.test(token)) return SENTENCE_SECONDS;
  return /^[,;:—，、；：]/u.test(token) ? COMMA_SECONDS : 0;
}

function wordSyllables(word: string): Syllable[] {
  if (!/[aeiouy]/.test(word) || !/^[a-z'’]+$/.test(word)) return unknownSyllables(word);
  // A final e is mute in English after another vowel: "fire", "come".
  const isMute = /[^aeiouyl]e$/.test(word) && /[aeiouy]/.test(word.slice(0, -2));
  const spoken = isMute ? word.slice(0, -1) : word;
  return [...spoken.matchAll(LATIN_SYLLABLE)].map(([, before = "", vowel = ""], index) => ({
    vowel: vowelOf(vowel),
    onset: onsetOf(before, vowel),
    isStressed: index === 0 && word.length > 3,
    pauseSeconds: 0,
  }));
}

/** For unknown scripts: one syllable per ideograph or per two letters, chosen by hash. */
function unknownSyllables(word: string): Syllable[] {
  const signs = [...word];
  const perSyllable = /\p{Script=Han}|\p{N}/u.test(word) ? 1 : 2;
  const count = Math.ceil(signs.length / perSyllable);
  return Array.from({ length: count }, (_, index) => {
    const hash = hashText(signs.slice(index * perSyllable, (index + 1) * perSyllable).join(""));
    const onsets = ["hiss", "stop", "nasal", "glide", "open"] as const;
    return {
      vowel: VOWELS[hash % VOWELS.length] ?? "a",
      onset: onsets[(hash >>> 8) % onsets.length] ?? "open",
      isStressed: (hash >>> 16) % 3 === 0,
      pauseSeconds: 0,
    };
  });
}

function vowelOf(letters: string): Vowel {
  if (/^(?:ee|ea|ie|i|y)/.test(letters)) return "i";
  if (/^(?:oo|ou|u|ew)/.test(letters)) return "u";
  if (/^(?:ai|ay|ei|ey|e)/.test(letters)) return "e";
  return letters.startsWith("o") ? "o" : "a";
}

function onsetOf(letters: string, vowel: string): Onset {
  const last = letters.at(-1) ?? "";
  // A c is soft before e, i and y only.
  if (/[szx]|ch/.test(letters) || (last === "c" && /^[eiy]/.test(vowel))) return "hiss";
  if ("fvh".includes(last) && last) return "breath";
  if ("mn".includes(last) && last) return "nasal";
  if ("lrwj".includes(last) && last) return "glide";
  return last ? "stop" : "open";
}
