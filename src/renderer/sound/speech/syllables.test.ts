import { describe, expect, test } from "vitest";
import { syllablesOf } from "./syllables.ts";

const vowels = (text: string) =>
  syllablesOf(text)
    .map(({ vowel }) => vowel)
    .join("");
const onsets = (text: string) => syllablesOf(text).map(({ onset }) => onset);
const pauses = (text: string) => syllablesOf(text).map(({ pauseSeconds }) => pauseSeconds);

describe("the vowels of a word", () => {
  test.each([
    ["tree", "i"],
    ["sea", "i"],
    ["field", "i"],
    ["sit", "i"],
    ["why", "i"],
    ["moon", "u"],
    ["soup", "u"],
    ["run", "u"],
    ["rain", "e"],
    ["say", "e"],
    ["rein", "e"],
    ["they", "e"],
    ["bed", "e"],
    ["go", "o"],
    ["boat", "o"],
    ["man", "a"],
    ["remember", "eee"],
    ["DÉJÀ", "ea"],
  ])("%s sounds like %s", (word, sounds) => {
    expect(vowels(word)).toBe(sounds);
  });

  test("omit a mute e at the end, but not the only one, nor one after an l or a vowel", () => {
    expect(vowels("come")).toBe("o");
    expect(vowels("the")).toBe("e");
    expect(vowels("little")).toBe("ie");
    expect(vowels("shoe")).toBe("o");
  });
});

describe("the start of a syllable", () => {
  test.each([
    ["see", "hiss"],
    ["zoo", "hiss"],
    ["show", "hiss"],
    ["stone", "hiss"],
    ["cheese", "hiss"],
    ["fire", "breath"],
    ["very", "breath"],
    ["home", "breath"],
    ["me", "nasal"],
    ["no", "nasal"],
    ["low", "glide"],
    ["row", "glide"],
    ["wow", "glide"],
    ["jaw", "glide"],
    ["go", "stop"],
    ["to", "stop"],
    ["cat", "stop"],
    ["crow", "glide"],
    ["cell", "hiss"],
    ["city", "hiss"],
    ["cycle", "hiss"],
    ["eat", "open"],
  ] as const)("%s starts with %s", (word, onset) => {
    expect(onsets(word)[0]).toBe(onset);
  });

  test("is that of its own consonants", () => {
    expect(onsets("remember")).toEqual(["glide", "nasal", "stop"]);
  });
});

describe("stress", () => {
  const stress = (text: string) => syllablesOf(text).map(({ isStressed }) => isStressed);

  test("is on the first syllable of a word of more than three letters", () => {
    expect(stress("remember")).toEqual([true, false, false]);
    expect(stress("moon")).toEqual([true]);
    expect(stress("sea")).toEqual([false]);
  });
});

describe("pauses", () => {
  test.each([",", ";", ":", "—", "，", "、", "；", "："])("follow %s briefly", (sign) => {
    const [pause = 0, last] = pauses(`go${sign} run`);
    expect(pause).toBeGreaterThan(0.1);
    expect(pause).toBeLessThan(0.2);
    expect(last).toBe(0);
  });

  test.each([".", "!", "?", "...", "…", "。", "！", "？", "?!"])("follow %s for longer", (sign) => {
    expect(pauses(`go${sign} run`)[0]).toBeGreaterThan(0.3);
  });

  test("are only at the end of a word, and none before the first", () => {
    expect(pauses("remember, go").map((pause) => pause > 0)).toEqual([false, false, true, false]);
    expect(pauses("... go")).toEqual([0]);
  });
});

describe("words in other scripts", () => {
  test("have one syllable per ideograph or digit, and one per two letters otherwise", () => {
    expect(syllablesOf("你好")).toHaveLength(2);
    expect(syllablesOf("2026")).toHaveLength(4);
    expect(syllablesOf("привет")).toHaveLength(3);
    expect(syllablesOf("шесть")).toHaveLength(3);
    expect(syllablesOf("pst")).toHaveLength(2);
  });

  test("sound the same each time, and varied", () => {
    expect(syllablesOf("你好你")[0]).toEqual(syllablesOf("你好你")[2]);
    const varied = syllablesOf("天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏");
    expect(new Set(varied.map(({ vowel }) => vowel)).size).toBe(5);
    expect(new Set(varied.map(({ onset }) => onset))).toEqual(
      new Set(["hiss", "stop", "nasal", "glide", "open"]),
    );
    const stressed = varied.filter(({ isStressed }) => isStressed);
    expect(stressed.length).toBeGreaterThan(2);
    expect(stressed.length).toBeLessThan(18);
  });
});

test("an apostrophe does not split a word", () => {
  expect(syllablesOf("don't go")).toHaveLength(2);
  expect(syllablesOf("don’t go")).toHaveLength(2);
});

test("a line is cut after sixty syllables, also within a word", () => {
  expect(syllablesOf("la ".repeat(90))).toHaveLength(60);
  expect(syllablesOf(`${"la ".repeat(59)}remember`)).toHaveLength(60);
});
