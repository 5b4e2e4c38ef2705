import fc from "fast-check";
import { expect, test } from "vitest";
import { planSound } from "./sound-plan.ts";

function plan(prompt: string, negativePrompt = "") {
  return planSound({ prompt, negativePrompt });
}

function layersOf(prompt: string, negativePrompt = ""): string[] {
  return [...plan(prompt, negativePrompt).layers.keys()].sort();
}

test.for([
  ["waves on a beach", ["surf", "wind"]],
  ["a storm above the desert", ["rain", "thunder", "wind"]],
  ["a city street, cars pass", ["city"]],
  ["an astronaut near a nebula", ["space"]],
  ["a campfire", ["fire"]],
  ["a pine forest at night", ["crickets", "hush", "leaves"]],
  ["a pine forest in the morning", ["birds", "hush", "leaves"]],
  ["a desert. Audio: distant thunder, birdsong", ["birds", "thunder", "wind"]],
  ["大海的海浪", ["surf", "wind"]],
] as const)("%s sounds of %s", ([prompt, layers]) => {
  expect(layersOf(prompt)).toEqual([...layers]);
});

test.for([
  ["the sea in the rain", ["rain", "surf", "wind"]],
  ["a mountain in fog", ["hush", "wind"]],
  ["a street in the snow", ["city", "hush", "wind"]],
  ["a storm over the city", ["city", "rain", "thunder", "wind"]],
  ["a pine forest in the rain", ["hush", "leaves", "rain"]],
  ["a pine forest in the snow", ["hush", "leaves", "wind"]],
  ["a meadow at night", ["crickets", "leaves", "wind"]],
  ["portrait of a woman", ["hush"]],
  ["an astronaut near a nebula in a storm", ["space"]],
  ["a silent meadow", []],
  ["silence over the mountains. Audio: distant thunder", ["thunder"]],
] as const)("the ambience of %s is %s", ([prompt, layers]) => {
  expect(layersOf(prompt)).toEqual([...layers]);
});

test("a sound that the prompt mentions is well audible, and no quieter than without the words", () => {
  const levels = (prompt: string) => plan(prompt).layers;
  expect(levels("the sea").get("wind")).toBe(-14);
  expect(levels("the sea. Audio: wind").get("wind")).toBe(-3);
  expect(levels("the sea. Audio: a crowd").get("crowd")).toBe(-3);
  expect(levels("a storm over the sea. Audio: thunder").get("thunder")).toBe(2);
  expect(levels("a storm over the sea").get("rain")).toBeGreaterThan(
    levels("the sea in the rain").get("rain") ?? 9,
  );
});

test.for([
  ["wind", "a breeze"],
  ["hush", "room tone"],
  ["leaves", "rustling"],
  ["rain", "drizzle"],
  ["thunder", "lightning"],
  ["surf", "waves"],
  ["city", "traffic"],
  ["crowd", "chatter"],
  ["birds", "birdsong"],
  ["crickets", "cicadas"],
  ["fire", "crackling"],
  ["space", "a drone"],
] as const)("%s can be asked for, and excluded, in other words: %s", ([name, words]) => {
  expect(layersOf(`a portrait. Audio: ${words}`)).toContain(name);
  expect(layersOf(`a portrait. Audio: ${words}`, words)).not.toContain(name);
});

test("an exclusion ends at punctuation, and before what is wanted after all", () => {
  expect(layersOf("portrait. Audio: no wind, rain")).toEqual(["hush", "rain"]);
  expect(layersOf("portrait. Audio: no wind but rain")).toEqual(["hush", "rain"]);
  expect(layersOf("portrait. Audio: no wind only rain")).toEqual(["hush", "rain"]);
  expect(layersOf("portrait. Audio: no wind and rain")).toEqual(["hush"]);
  expect(layersOf("人像，没有风雨")).toEqual(["hush"]);
});

test("speech is left out if the negative prompt says so", () => {
  const prompt = 'a man. [Man]: "come closer"';
  expect(plan(prompt).lines).toMatchObject([{ label: "Man", text: "come closer" }]);
  for (const word of [
    "speech",
    "voices",
    "dialogue",
    "talking",
    "voiceover",
    "narration",
    "对白",
  ]) {
    expect(plan(prompt, word).lines).toEqual([]);
  }
});

test("sounds that the prompt or the negative prompt excludes are absent", () => {
  expect(layersOf("heavy rain at sea without thunder or wind")).toEqual(["rain", "surf"]);
  expect(layersOf("waves on a beach", "wind")).toEqual(["surf"]);
  expect(layersOf("waves on a beach", "background noise")).toEqual([]);
  expect(layersOf("waves on a beach", "noise, blur, subtitles")).toEqual(["surf", "wind"]);
});

test("music plays unless it is excluded", () => {
  expect(plan("a meadow by day").music).toBe("bright");
  expect(plan("a meadow at night").music).toBe("dark");
  expect(plan("a meadow at sunset").music).toBe("warm");
  expect(plan("a meadow by day in a storm").music).toBe("dark");
  expect(plan("a nebula").music).toBe("dark");
  expect(plan("a meadow by day in the fog").music).toBe("warm");
  expect(plan("a meadow. Audio: birds, no background music.").music).toBeNull();
  expect(plan("a meadow without a soundtrack").music).toBeNull();
  expect(plan("a meadow", "music, subtitles").music).toBeNull();
  expect(plan("草原，没有音乐").music).toBeNull();
  expect(plan("a meadow with no people but loud music").music).not.toBeNull();
});

test("spoken lines do not change the ambience", () => {
  expect(layersOf('a desert. "no rain and no thunder today"')).toEqual(["wind"]);
});

test("any prompt gives a plan", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "binary" }),
      fc.string({ unit: "binary" }),
      (prompt, negative) => {
        expect(plan(prompt, negative).lines).toBeInstanceOf(Array);
      },
    ),
    { numRuns: 40 },
  );
});
