import { describe, expect, test } from "vitest";
import { voiceOf } from "./voice.ts";

const SEEDS = Array.from({ length: 60 }, (_, seed) => seed);

function voice(label: string, tone = "", seed = 7) {
  return voiceOf({ label, tone, text: "hello", place: 0 }, seed);
}

/** The pitches that a speaker may have. */
function pitches(label: string, tone = ""): { low: number; high: number } {
  const hertz = SEEDS.map((seed) => voice(label, tone, seed).pitchHertz);
  return { low: Math.min(...hertz), high: Math.max(...hertz) };
}

describe("the speaker", () => {
  test.each(["Child", "A kid", "Boy", "Little girl", "toddler", "Baby", "小女孩", "儿童"])(
    "is a child: %s",
    (label) => {
      expect(pitches(label).low).toBeGreaterThan(240);
    },
  );

  test.each([
    "Woman",
    "Two women",
    "Female guard",
    "Lady",
    "Mother",
    "Mom",
    "Grandmother",
    "Queen",
    "Sister",
    "She",
    "Actress",
    "Witch",
    "女人",
    "妈妈",
    "奶奶",
  ])("is a woman: %s", (label) => {
    expect(pitches(label).low).toBeGreaterThan(185);
    expect(pitches(label).high).toBeLessThan(230);
  });

  test.each([
    "Man",
    "Men",
    "Male nurse",
    "Father",
    "Dad",
    "Grandfather",
    "King",
    "Brother",
    "He",
    "Actor",
    "Wizard",
    "Sailor",
    "Captain",
    "男人",
    "爸爸",
    "爷爷",
  ])("is a man: %s", (label) => {
    expect(pitches(label).low).toBeGreaterThan(105);
    expect(pitches(label).high).toBeLessThan(130);
  });

  test.each(["Keeper", "Human", "Shell", "Them", "Joking one"])(
    "may be a woman or a man, by chance: %s",
    (label) => {
      expect(pitches(label).low).toBeLessThan(130);
      expect(pitches(label).high).toBeGreaterThan(185);
      const women = SEEDS.filter((seed) => voice(label, "", seed).pitchHertz > 150);
      expect(Math.abs(women.length - 30)).toBeLessThan(15);
    },
  );

  test("has higher resonances the smaller the head", () => {
    const scale = (label: string) => SEEDS.map((seed) => voice(label, "", seed).formantScale);
    expect(Math.min(...scale("Child"))).toBeGreaterThan(Math.max(...scale("Woman")));
    expect(Math.min(...scale("Woman"))).toBeGreaterThan(Math.max(...scale("Man")));
  });

  test("is heard somewhere between left and right", () => {
    const pans = SEEDS.map((seed) => voice("Man", "", seed).pan);
    expect(Math.min(...pans)).toBeLessThan(-0.2);
    expect(Math.max(...pans)).toBeGreaterThan(0.2);
    expect(Math.max(...pans.map(Math.abs))).toBeLessThanOrEqual(0.35);
  });

  test("is the same in capital letters", () => {
    expect(voice("MAN", "DEEP")).toEqual(voice("man", "deep"));
  });
});

describe("the tone", () => {
  const plain = voice("Man");

  test.each(["low", "deep voice", "gruff", "old", "elderly", "低", "沉"])(
    "lowers the voice: %s",
    (tone) => {
      expect(voice("Man", tone).pitchHertz).toBeCloseTo(0.82 * plain.pitchHertz);
    },
  );

  test.each(["high", "squeaky", "bright", "young", "高", "尖"])("raises the voice: %s", (tone) => {
    expect(voice("Man", tone).pitchHertz).toBeCloseTo(1.15 * plain.pitchHertz);
  });

  test.each([
    "excited",
    "shouting",
    "angry",
    "loud",
    "happy",
    "cheerful",
    "urgent",
    "laughing",
    "喊",
    "激动",
  ])("makes it livelier, faster and a little higher: %s", (tone) => {
    const lively = voice("Man", tone);
    expect(lively.liveliness).toBeGreaterThan(plain.liveliness);
    expect(lively.syllablesPerSecond).toBeGreaterThan(plain.syllablesPerSecond);
    expect(lively.pitchHertz).toBeGreaterThan(plain.pitchHertz);
  });

  test.each([
    "calm",
    "soft",
    "gentle",
    "sad",
    "slow",
    "tired",
    "quiet",
    "serious",
    "monotone",
    "轻",
    "温柔",
    "慢",
  ])("makes it calmer, slower and breathier: %s", (tone) => {
    const calm = voice("Man", tone);
    expect(calm.liveliness).toBeLessThan(plain.liveliness);
    expect(calm.syllablesPerSecond).toBeLessThan(plain.syllablesPerSecond);
    expect(calm.breath).toBeGreaterThan(plain.breath);
    expect(calm.breath).toBeLessThan(1);
    expect(calm.pitchHertz).toBe(plain.pitchHertz);
  });

  test.each(["whispering", "耳语", "低语"])("makes it only breath: %s", (tone) => {
    expect(voice("Man", tone).breath).toBe(1);
  });

  test.each(["raspy", "hoarse", "gravel", "rough", "gruff", "沙哑"])(
    "makes it rough: %s",
    (tone) => {
      expect(voice("Man", tone).roughness).toBe(1);
      expect(plain.roughness).toBeLessThan(0.5);
    },
  );

  test("may be part of the label, but not of another word", () => {
    expect(voice("Old man").pitchHertz).toBeLessThan(115);
    for (const tone of [
      "bold",
      "flow",
      "unhappy",
      "insoft",
      "embright",
      "unwhispered",
      "through",
    ]) {
      expect(voice("Man", tone)).toEqual(plain);
    }
  });
});
