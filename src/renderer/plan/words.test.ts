import { describe, expect, test } from "vitest";
import {
  excludedText,
  mentions,
  nextWords,
  pictureText,
  previousText,
  searchable,
  strongest,
} from "./words.ts";

const picture = (prompt: string) => pictureText(prompt).words.trim();

describe("the part of a prompt about the picture", () => {
  test.each([
    ['a sea. "look, a city" at dusk', "a sea at dusk"],
    ["a sea. “look, a city” at dusk", "a sea at dusk"],
    ['a sea. [Man, calm]: "a city" at dusk', "a sea at dusk"],
    ['a sea. [Man] "a city" at dusk', "a sea at dusk"],
    ["a sea. [Man]:“a city” at dusk", "a sea at dusk"],
    ["a [red] sea", "a red sea"],
    ['a 24" sea', "a 24 sea"],
    ["a sea\nAudio: rain in a city\nat dusk", "a sea at dusk"],
    ["a sea AUDIO : rain", "a sea"],
    ["an audiovisual sea: dusk", "an audiovisual sea dusk"],
  ])("omits speech and sound notes: %j", (prompt, words) => {
    expect(picture(prompt)).toBe(words);
  });

  test.each([
    ["a sea without ships at dusk", "a sea at dusk"],
    ["a sea, no ships at dusk", "a sea at dusk"],
    ["a sea with never ships at dusk", "a sea with at dusk"],
    ["a sea, not any ships at dusk", "a sea at dusk"],
    ["a sea, no ships or birds at dusk", "a sea at dusk"],
    ["a sea, no ships and birds at dusk", "a sea at dusk"],
    ["a casino by the sea", "a casino by the sea"],
    ["a street, no camera movement", "a street no camera movement"],
    ["海，没有船", "海"],
    ["海，没船", "海"],
    ["海，无船", "海"],
  ])("omits what is excluded: %j", (prompt, words) => {
    expect(picture(prompt).replace(/船$/u, "船")).toBe(words);
  });

  test("names what is excluded", () => {
    expect(excludedText("a sea, no ships or birds, without people")).toBe(
      "no ships or birds without people",
    );
    expect(excludedText("a sea")).toBe("");
  });
});

describe("a keyword", () => {
  test.each([
    ["the sea", "sea"],
    ["SEA!", "sea"],
    ["ＳＥＡ", "sea"],
    ["seas", "sea"],
    ["two beaches", "beach"],
    ["a bird's-eye view", "bird s eye"],
    ["in New  York.", "new york"],
    ["大海边", "海"],
    ["a fox", "wolf|fox"],
  ])("is found: %j mentions %s", (text, words) => {
    expect(mentions(searchable(text), words)).toBe(true);
  });

  test.each([
    ["seashells", "sea"],
    ["oversea", "sea"],
    ["a new house in york", "new york"],
    ["", "sea"],
    ["湖", "海"],
  ])("is not found: %j does not mention %s", (text, words) => {
    expect(mentions(searchable(text), words)).toBe(false);
  });
});

describe("the strongest match", () => {
  const lexicon = { sea: "sea|wave", city: "city|neon city|城市" };
  const best = (text: string, isAllowed: (name: string, words: string) => boolean = () => true) =>
    strongest(searchable(text), lexicon, isAllowed);

  test("is the one that comes first", () => {
    expect(best("a city by the sea")?.name).toBe("city");
    expect(best("a sea by the city")?.name).toBe("sea");
  });

  test("is a later one with more keywords, or a longer phrase", () => {
    expect(best("a city by the sea with waves")?.name).toBe("sea");
    expect(best("by the sea a neon city")?.name).toBe("city");
  });

  test("weighs words far behind the start hardly at all", () => {
    const far = "x".repeat(600);
    expect(best(`sea ${far} city 城市 neon city`)?.name).toBe("sea");
  });

  test("is only an allowed one, and null without any", () => {
    expect(best("a city by the sea", (name) => name !== "city")?.name).toBe("sea");
    expect(best("a city by the sea", (_, words) => !words.includes("wave"))?.name).toBe("city");
    expect(best("a meadow")).toBeNull();
  });
});

describe("the neighbours of a word", () => {
  test("are the next words, empty at the end", () => {
    expect(nextWords(searchable("a red fox on a red"), "red")).toEqual(["fox", ""]);
    expect(nextWords(searchable("a fox"), "red")).toEqual([]);
    expect(nextWords(searchable("a bored fox"), "red")).toEqual([]);
  });

  test("are unknown in Chinese, which separates no words", () => {
    expect(nextWords(searchable("红狐狸"), "红")).toEqual([""]);
    expect(nextWords(searchable("狐狸"), "红")).toEqual([]);
  });

  test("are the texts before it", () => {
    expect(previousText(searchable("a red fox and a white fox"), "fox")).toEqual([
      " a red",
      "and a white",
    ]);
    expect(previousText(searchable("a red dog"), "fox")).toEqual([]);
    expect(previousText(searchable("红色的狐狸"), "狐狸")).toEqual([" 红色"]);
  });
});
