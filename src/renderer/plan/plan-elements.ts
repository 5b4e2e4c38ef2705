/** Decides which optional elements are in the picture. */
import { randomFor } from "./prng.ts";
import type { Element, SceneName, TimeOfDay, Weather } from "./scene-plan.ts";
import { ELEMENTS } from "./scene-plan.ts";

interface ElementQuestion {
  scene: SceneName;
  weather: Weather;
  timeOfDay: TimeOfDay;
  seed: number;
  /** Named by the prompt. */
  asked: ReadonlySet<Element>;
  /** Named by the negative prompt, which takes precedence. */
  unwanted: ReadonlySet<Element>;
}

/** The elements of a picture, in the order of {@link ELEMENTS}. */
export function planElements(question: ElementQuestion): Element[] {
  const random = randomFor(question.seed, "elements");
  return ELEMENTS.filter((element) => {
    const chance = random();
    if (question.unwanted.has(element)) return false;
    return question.asked.has(element) || isUsual(element, question, chance);
  });
}

function isUsual(element: Element, question: ElementQuestion, chance: number): boolean {
  const { scene, weather, timeOfDay } = question;
  const isNight = timeOfDay === "night";
  const isClear = weather === "clear";
  switch (element) {
    case "clouds":
      return scene !== "space" && (!isNight || !isClear || chance < 0.5);
    case "stars":
      return scene === "space" || (isNight && isClear);
    case "sun":
      return !isNight && isClear;
    case "moon":
      return isNight && isClear && scene !== "space" && chance < 0.85;
    case "birds":
      return !isNight && weather !== "storm" && chance < 0.65;
    case "mist":
      return weather === "fog" || scene === "forest" || (timeOfDay === "dawn" && chance < 0.7);
    case "trees":
      return scene === "forest" || scene === "meadow" || scene === "mountain";
    case "lights":
      return scene === "city";
    case "boat":
      return scene === "sea" && chance < 0.75;
    case "embers":
      return scene === "fire";
    case "planet":
      return scene === "space";
    case "umbrella":
      return weather === "rain" && scene === "city";
    case "ring":
      return scene === "space" && chance < 0.5;
    default:
      return false;
  }
}
