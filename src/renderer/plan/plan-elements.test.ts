import { describe, expect, test } from "vitest";
import { planElements } from "./plan-elements.ts";
import {
  ELEMENTS,
  type Element,
  type SceneName,
  type TimeOfDay,
  type Weather,
} from "./scene-plan.ts";

type Kind = readonly [scene: SceneName, weather: Weather, timeOfDay: TimeOfDay];

const SEEDS = Array.from({ length: 300 }, (_, seed) => seed);

function elementsOf(
  [scene, weather, timeOfDay]: Kind,
  seed: number,
  { asked = [], unwanted = [] }: { asked?: Element[]; unwanted?: Element[] } = {},
): Element[] {
  return planElements({
    scene,
    weather,
    timeOfDay,
    seed,
    asked: new Set(asked),
    unwanted: new Set(unwanted),
  });
}

/** How many of a hundred prompts of a kind show an element. */
function percentage(kind: Kind, element: Element): number {
  const seen = SEEDS.filter((seed) => elementsOf(kind, seed).includes(element));
  return (100 * seen.length) / SEEDS.length;
}

describe("an element that a prompt does not mention", () => {
  test.each<[Element, Kind]>([
    ["clouds", ["sea", "clear", "day"]],
    ["clouds", ["sea", "rain", "night"]],
    ["stars", ["space", "fog", "day"]],
    ["stars", ["sea", "clear", "night"]],
    ["sun", ["sea", "clear", "dawn"]],
    ["mist", ["sea", "fog", "day"]],
    ["mist", ["forest", "clear", "day"]],
    ["trees", ["forest", "clear", "day"]],
    ["trees", ["meadow", "clear", "day"]],
    ["trees", ["mountain", "clear", "day"]],
    ["lights", ["city", "clear", "day"]],
    ["embers", ["fire", "clear", "night"]],
    ["planet", ["space", "clear", "night"]],
    ["umbrella", ["city", "rain", "day"]],
  ])("is usual: %s in %j", (element, kind) => {
    expect(percentage(kind, element)).toBe(100);
  });

  test.each<[Element, Kind]>([
    ["clouds", ["space", "rain", "day"]],
    ["stars", ["sea", "rain", "night"]],
    ["stars", ["sea", "clear", "day"]],
    ["sun", ["sea", "clear", "night"]],
    ["sun", ["sea", "fog", "day"]],
    ["moon", ["sea", "clear", "day"]],
    ["moon", ["sea", "fog", "night"]],
    ["moon", ["space", "clear", "night"]],
    ["birds", ["sea", "clear", "night"]],
    ["birds", ["sea", "storm", "day"]],
    ["mist", ["sea", "clear", "day"]],
    ["trees", ["sea", "clear", "day"]],
    ["lights", ["sea", "clear", "day"]],
    ["boat", ["meadow", "clear", "day"]],
    ["embers", ["sea", "clear", "night"]],
    ["planet", ["sea", "clear", "night"]],
    ["ring", ["sea", "clear", "night"]],
    ["umbrella", ["sea", "rain", "day"]],
    ["umbrella", ["city", "clear", "day"]],
    ["aurora", ["mountain", "clear", "night"]],
    ["fireflies", ["forest", "clear", "night"]],
    ["castle", ["mountain", "clear", "day"]],
    ["lighthouse", ["sea", "clear", "night"]],
  ])("does not appear: %s in %j", (element, kind) => {
    expect(percentage(kind, element)).toBe(0);
  });

  test.each<[number, Element, Kind]>([
    [50, "clouds", ["sea", "clear", "night"]],
    [85, "moon", ["sea", "clear", "night"]],
    [65, "birds", ["sea", "clear", "day"]],
    [70, "mist", ["sea", "clear", "dawn"]],
    [75, "boat", ["sea", "clear", "day"]],
    [50, "ring", ["space", "clear", "night"]],
  ])("appears by chance, in about %i of a hundred prompts: %s in %j", (share, element, kind) => {
    expect(Math.abs(percentage(kind, element) - share)).toBeLessThan(10);
  });
});

test("an element that the prompt mentions appears, unless the negative prompt does, too", () => {
  const asked: Element[] = ["castle", "boat"];
  expect(elementsOf(["meadow", "clear", "day"], 1, { asked })).toEqual(
    expect.arrayContaining(asked),
  );
  const without = elementsOf(["meadow", "clear", "day"], 1, { asked, unwanted: ["boat", "sun"] });
  expect(without).toContain("castle");
  expect(without).not.toContain("boat");
  expect(without).not.toContain("sun");
});

test("what is removed or added leaves the other elements as they were, in the same order", () => {
  for (const seed of SEEDS.slice(0, 50)) {
    const plain = elementsOf(["sea", "clear", "dawn"], seed);
    const changed = elementsOf(["sea", "clear", "dawn"], seed, {
      asked: ["castle"],
      unwanted: ["clouds"],
    });
    expect(changed.filter((element) => element !== "castle")).toEqual(
      plain.filter((element) => element !== "clouds"),
    );
    expect(changed).toEqual(ELEMENTS.filter((element) => changed.includes(element)));
  }
});
