import { describe, expect, it } from "vitest";
import { splitAtVerb } from "./split-at-verb.ts";

/** The clause with a bar before its verb. */
function marked(clause: string): string {
  const parts = splitAtVerb(clause);
  return parts === null ? clause : `${parts.subject} | ${parts.action}`;
}

describe("a clause is split before its verb", () => {
  it.each([
    "A fox | runs over snow",
    "Two dogs | run away",
    "The sky | is red",
    "Her eyes | were closed",
    "An old man | has a hat",
    "A boat | lies at anchor",
    "A Knight | STANDS guard",
    "A woman | reading a letter",
    "Rain | falling",
    "A red fox | crosses the clearing",
    "The lamp | sweeps through mist",
    "A kite | climbs slowly",
    "A dancer | spins around",
    "Smoke | drifts up",
    "A crow | caws softly",
  ])("%s", (expected) => {
    expect(marked(expected.replace(" | ", " "))).toBe(expected);
  });
});

describe("a clause without a verb is not split", () => {
  it.each([
    "",
    "Runs away",
    "Running water",
    "A lighthouse at dusk",
    "Snow in the morning",
    "A gold ring",
    "A cold spring evening",
    "A king with nothing",
    // After an article, preposition, number or possessive comes a noun.
    "A ship at rising tide",
    "The sound of running",
    "A house near falls",
    "Some of his runs",
    "The last two stops",
    // Only words like "the" or "through" tell a verb from a plural.
    "A field of flowers",
    "Mountains and clouds",
    "A fox and birds",
    "A glass over there",
    "A field of flowers over there",
    // Neither a possessive nor a word in -ss.
    "A fox's over there",
    "Wild grass over there",
    "As a thing",
  ])("%j", (clause) => {
    expect(splitAtVerb(clause)).toBeNull();
  });

  it("although a plural after a preposition looks like one", () => {
    expect(splitAtVerb("A man with two small dogs along a wall")).toBeNull();
  });
});
