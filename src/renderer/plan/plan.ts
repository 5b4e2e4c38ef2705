/** Turns a request into a plan of its picture. Pure; works for any text. */
import type { ResolvedRequest } from "#kirin/request.ts";
import { coatOf, tintOf } from "./colors-named.ts";
import {
  CAMERA_WORDS,
  CLOSE_WORDS,
  ELEMENT_WORDS,
  FAST_WORDS,
  RESTING_WORDS,
  SCENE_WORDS,
  SLOW_WORDS,
  SUBJECT_WORDS,
  TIME_WORDS,
  WEATHER_WORDS,
} from "./lexicon.ts";
import { planElements } from "./plan-elements.ts";
import { hashText, pick, randomFor } from "./prng.ts";
import type {
  CameraMove,
  SceneName,
  ScenePlan,
  Subject,
  TimeOfDay,
  Weather,
} from "./scene-plan.ts";
import { entriesOf, excludedText, mentions, pictureText, searchable, strongest } from "./words.ts";

/** The part of a request that the plan depends on, and the take number (0 or absent for the first). */
export type PlannedRequest = Pick<ResolvedRequest, "prompt" | "negativePrompt"> & {
  take?: number | undefined;
};

/** Plans the scene of a request. A hash of the prompt decides what its keywords leave open. */
export function planScene(request: PlannedRequest): ScenePlan {
  const text = pictureText(request.prompt);
  const negative = searchable(`${request.negativePrompt} ${excludedText(request.prompt)}`);
  const isWanted = (_: string, alternatives: string) => !mentions(negative, alternatives);
  const words = hashText(request.prompt);
  // The same prompt always gives the same place; a take varies how it is shown.
  const seed = request.take ? hashText(`${request.take} ${request.prompt}`) : words;
  const random = randomFor(words, "plan");
  // Drawn in a fixed order, so that a negative prompt only changes what it removes.
  const fallback = {
    scene: pick(random, ["meadow", "mountain", "sea", "meadow"] satisfies [
      SceneName,
      ...SceneName[],
    ]),
    time: pick(random, ["dawn", "day", "sunset", "sunset"] satisfies [TimeOfDay, ...TimeOfDay[]]),
    camera: pick(random, ["pan-right", "dolly-in", "pan-left", "crane"] satisfies [
      CameraMove,
      ...CameraMove[],
    ]),
  };

  const subjectFound = strongest(text, SUBJECT_WORDS, isWanted);
  const subject: Subject | null = subjectFound?.name ?? null;
  const place = strongest(text, SCENE_WORDS, isWanted);
  const scene = place?.name ?? placeOf(subject) ?? fallback.scene;
  const weather = strongest(text, WEATHER_WORDS, isWanted)?.name ?? "clear";
  const timeOfDay =
    strongest(text, TIME_WORDS, isWanted)?.name ?? timeIn(scene, weather, fallback.time);
  const camera = strongest(text, CAMERA_WORDS, isWanted)?.name ?? fallback.camera;
  const unwanted = new Set(
    entriesOf(ELEMENT_WORDS).flatMap(([name, words]) => (mentions(negative, words) ? [name] : [])),
  );
  const asked = new Set(
    entriesOf(ELEMENT_WORDS).flatMap(([name, words]) => (mentions(text, words) ? [name] : [])),
  );
  return {
    seed,
    scene,
    subject:
      scene === "portrait" ? "person" : subject === "fish" && scene !== "sea" ? null : subject,
    weather,
    timeOfDay,
    camera,
    pace: mentions(text, SLOW_WORDS) ? 0.7 : mentions(text, FAST_WORDS) ? 1.5 : 1,
    elements: planElements({ scene, weather, timeOfDay, seed, asked, unwanted }),
    tint: tintOf(text, isWanted),
    coat: coatOf(text, subject),
    isCloseUp: mentions(text, CLOSE_WORDS),
    isResting: mentions(text, RESTING_WORDS),
  };
}

/** The natural place of a subject if the prompt mentions none. */
function placeOf(subject: Subject | null): SceneName | null {
  if (subject === null) return null;
  if (subject === "person") return "portrait";
  return subject === "fish" ? "sea" : "meadow";
}

function timeIn(scene: SceneName, weather: Weather, otherwise: TimeOfDay): TimeOfDay {
  if (scene === "fire" || scene === "space") return "night";
  // Snow looks best by day.
  return weather === "snow" ? "day" : otherwise;
}
