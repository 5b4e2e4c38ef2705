import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { planScene } from "./plan.ts";
import { CAMERA_MOVES, ELEMENTS, SCENE_NAMES, WEATHERS } from "./scene-plan.ts";

const plan = (prompt: string, negativePrompt = "") => planScene({ prompt, negativePrompt });

describe("keywords of a prompt", () => {
  test.each([
    ["A lighthouse above the ocean", { scene: "sea" }],
    ["skyscrapers downtown", { scene: "city" }],
    ["an old pine forest", { scene: "forest" }],
    ["the summit of a mountain", { scene: "mountain" }],
    ["endless dunes", { scene: "desert" }],
    ["a bonfire", { scene: "fire", timeOfDay: "night" }],
    ["a spiral galaxy", { scene: "space" }],
    ["Portrait of a dancer", { scene: "portrait", subject: "person" }],
    ["two cats", { scene: "meadow", subject: "cat" }],
    ["koi", { scene: "sea", subject: "fish" }],
    ["a wolf in the desert", { scene: "desert", subject: "wolf" }],
    ["heavy rain over a harbor", { scene: "sea", weather: "rain" }],
    ["a blizzard on the ridge", { scene: "mountain", weather: "snow" }],
    ["the street at midnight", { scene: "city", timeOfDay: "night" }],
    ["a field at golden hour", { scene: "meadow", timeOfDay: "sunset" }],
    ["海边的日落", { scene: "sea", timeOfDay: "sunset" }],
    ["森林里的狐狸，下雪", { scene: "forest", subject: "fox", weather: "snow" }],
  ])("decide the plan: %s", (prompt, expected) => {
    expect(plan(prompt)).toMatchObject(expected);
  });

  test.each([
    ["the sea, locked-off", "static"],
    ["the sea, camera fixed", "static"],
    ["the sea, pan left", "pan-left"],
    ["the sea, slow pan to the right", "pan-right"],
    ["the sea, tilt down", "tilt-down"],
    ["the sea, slow dolly-in", "dolly-in"],
    ["the sea, push-in", "dolly-in"],
    ["the sea, pull-back reveal", "pull-back"],
    ["the sea, the camera orbits", "orbit"],
    ["the sea, crane shot", "crane"],
    ["the sea, handheld", "handheld"],
  ])("decide the camera move: %s", (prompt, camera) => {
    expect(plan(prompt).camera).toBe(camera);
  });

  test("early words have the highest weight", () => {
    expect(plan("a desert, far away from any city").scene).toBe("desert");
    expect(plan("a city, far away from any desert").scene).toBe("city");
  });

  test("speech and sound notes do not affect the picture", () => {
    expect(
      plan('a desert [Man, calm]: "the sea, the sea, the ocean"\nAudio: rain on a forest').scene,
    ).toBe("desert");
    expect(plan("a desert\nAudio: rain").weather).toBe("clear");
  });

  test.each([
    ["A red fox lies in the snow", { tint: null, coat: "red", isResting: true }],
    ["a white lighthouse under a blue sky", { tint: "blue", coat: null }],
    ["two black cats on a red sofa", { tint: null, coat: "black" }],
    ["a red meadow", { tint: "red" }],
    ["the sea, everything in gold", { tint: "gold" }],
    ["红色的狐狸", { coat: "red" }],
  ])("decide the colours: %s", (prompt, expected) => {
    expect(plan(prompt)).toMatchObject(expected);
  });

  test("snow implies daytime unless the prompt mentions another time", () => {
    expect(plan("a village in the snow")).toMatchObject({ weather: "snow", timeOfDay: "day" });
    expect(plan("a village in the snow at night").timeOfDay).toBe("night");
  });

  test("slow and fast change the pace", () => {
    expect(plan("the sea, slow pan").pace).toBeLessThan(plan("the sea, pan").pace);
    expect(plan("the sea, fast pan").pace).toBeGreaterThan(plan("the sea, pan").pace);
  });
});

test("another take shows the same place in a different way", () => {
  const first = planScene({ prompt: "a bird", negativePrompt: "" });
  const second = planScene({ prompt: "a bird", negativePrompt: "", take: 1 });
  expect(second).toMatchObject({
    scene: first.scene,
    timeOfDay: first.timeOfDay,
    camera: first.camera,
    subject: first.subject,
  });
  expect(second.seed).not.toBe(first.seed);
  expect(planScene({ prompt: "a bird", negativePrompt: "", take: 0 })).toEqual(first);
});

describe("the negative prompt", () => {
  test.each([
    ["a city in the rain", "rain", { weather: "clear" }],
    ["a forest in fog", "fog, mist", { weather: "clear" }],
    ["a dog on a beach", "dogs", { subject: null }],
    ["a mountain at night", "night", { timeOfDay: expect.not.stringMatching("night") }],
  ])("changes the plan: %s, without %s", (prompt, negative, expected) => {
    expect(plan(prompt, negative)).toMatchObject(expected);
  });

  test.each([
    ["a sunny meadow with clouds", "clouds", "clouds"],
    ["gulls and birds over the sea", "birds", "birds"],
    ["stars over the desert at night", "stars", "stars"],
    ["a boat at sea", "boat", "boat"],
  ] as const)("removes the element: %s, without %s", (prompt, negative, element) => {
    expect(plan(prompt).elements).toContain(element);
    expect(plan(prompt, negative).elements).not.toContain(element);
  });

  test("can be part of the prompt: no birds, without rain", () => {
    expect(plan("a boat at sea, no birds").elements).not.toContain("birds");
    expect(plan("a street without rain").weather).toBe("clear");
    expect(plan("a street, no camera movement").camera).toBe("static");
  });

  test("changes nothing else", () => {
    expect(plan("a meadow", "clouds").seed).toBe(plan("a meadow").seed);
    expect(plan("a meadow", "clouds").timeOfDay).toBe(plan("a meadow").timeOfDay);
  });
});

test("different prompts without keywords look different", () => {
  const plans = ["qwx", "blorp", "zzyzx", "hm"].map((prompt) => plan(prompt));
  expect(new Set(plans.map(({ seed }) => seed)).size).toBe(4);
});

test("any text gives a plan, deterministically", () => {
  const text = fc.string({ unit: "binary", maxLength: 400 });
  fc.assert(
    fc.property(text, text, (prompt, negative) => {
      const first = plan(prompt, negative);
      expect(SCENE_NAMES).toContain(first.scene);
      expect(WEATHERS).toContain(first.weather);
      expect(CAMERA_MOVES).toContain(first.camera);
      expect(ELEMENTS).toEqual(expect.arrayContaining([...first.elements]));
      expect(plan(prompt, negative)).toEqual(first);
    }),
  );
});

test("any combination of keywords gives a plan", () => {
  const words = fc.constantFrom(
    "sea",
    "cat",
    "no rain",
    "雪",
    "night",
    "orbit",
    "red",
    '"',
    "[",
    "audio:",
    "\ud800",
  );
  fc.assert(
    fc.property(fc.array(words, { maxLength: 40 }), (list) => {
      expect(SCENE_NAMES).toContain(plan(list.join(" "), list.slice(0, 2).join(" ")).scene);
    }),
  );
});
