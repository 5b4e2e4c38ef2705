/** Decides whether a named colour belongs to the picture, its subject or just some thing in it. */
import {
  COAT_WORDS,
  PICTURE_WORDS,
  SCENE_WORDS,
  SUBJECT_WORDS,
  TIME_WORDS,
  TINT_WORDS,
  WEATHER_WORDS,
} from "./lexicon.ts";
import type { Coat, Subject, Tint } from "./scene-plan.ts";
import { entriesOf, nextWords, previousText, type SearchableText, strongest } from "./words.ts";

const PICTURE = new Set(
  [
    PICTURE_WORDS,
    ...[SCENE_WORDS, TIME_WORDS, WEATHER_WORDS].flatMap((words) => Object.values(words)),
  ]
    .join("|")
    .split("|"),
);

/** The tint of the picture: "a red meadow" has one, "a red fox" does not. */
export function tintOf(
  text: SearchableText,
  isWanted: (name: Tint, alternatives: string) => boolean,
): Tint | null {
  const isOfPicture = (alternatives: string) =>
    alternatives
      .split("|")
      .some((word) => nextWords(text, word).some((next) => next === "" || PICTURE.has(next)));
  return (
    strongest(text, TINT_WORDS, (name, words) => isWanted(name, words) && isOfPicture(words))
      ?.name ?? null
  );
}

/** The colour of a subject, named directly before it. */
export function coatOf(text: SearchableText, subject: Subject | null): Coat | null {
  if (subject === null) return null;
  const before = (SUBJECT_WORDS[subject] ?? "")
    .split("|")
    .flatMap((word) => [...previousText(text, word), ...previousText(text, `${word}s`)]);
  for (const [coat, words] of entriesOf(COAT_WORDS)) {
    if (words.split("|").some((word) => before.some((start) => start.endsWith(word)))) return coat;
  }
  return null;
}
