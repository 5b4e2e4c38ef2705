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
