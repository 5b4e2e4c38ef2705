/** Turns a request into a plan of its sound. Pure; works for any text. */
import { type PlannedRequest, planScene } from "../plan/plan.ts";
import type { ScenePlan } from "../plan/scene-plan.ts";
import { mentions, type SearchableText, searchable } from "../plan/words.ts";
import type { LayerName } from "./layers/layers.ts";
import type { Mood } from "./music.ts";
import { type SpokenLine, spokenLines, withoutSpeech } from "./speech/spoken-lines.ts";

export interface SoundPlan {
  readonly seed: number;
  /** Level of each ambience in decibels, relative to the default. */
  readonly layers: ReadonlyMap<LayerName, number>;
  readonly music: Mood | null;
  readonly lines: readonly SpokenLine[];
}

/** Keywords that request an ambience, in the prompt or its "Audio:" block, or exclude it. */
const LAYER_WORDS: Readonly<Record<LayerName, string>> = {
  wind: "wind|windy|breeze|gust|风",
  hush: "hush|room tone|静",
  leaves: "leaves|rustle|rustling|树叶",
  rain: "rain|raining|rainy|drizzle|downpour|雨",
  thunder: "thunder|thunderstorm|lightning|雷",
  surf: "wave|surf|ocean|sea|shore|海浪|海",
  city: "traffic|car|street noise|city noise|hum of the city|车",
  crowd: "crowd|murmur|chatter|audience|market|people talking|festival|stadium|人群|市场",
  birds: "bird|birds|birdsong|chirping|seagull|gull|鸟",
  crickets: "cricket|cicada|insects|蟋蟀|蝉",
  fire: "fire|campfire|crackle|crackling|flame|火",
  space: "drone|deep space|spaceship|太空",
};

const MUSIC = "music|soundtrack|score|song|melody|background music|音乐|配乐";
/** In a negative prompt plain "noise" means grain in the picture, so it is not listed. */
const ALL_AMBIENCE = "ambience|ambient sound|background noise|background sound|sound effect|环境音";
const SPEECH = "speech|voice|dialogue|talking|voiceover|narration|对白|旁白";

/**
 * What a text excludes, up to punctuation or a word such as "but": "no background music", "without wind or
 * birds".
 */
const EXCLUSION =
  /\b(?:no|without)\s+(?:(?!\b(?:but|only|just|with)\b)[^.,;:!?\n]){1,60}|[没无]有?\p{Script=Han}{1,4}/giu;

/** Plans the sound of a request. */
export function planSound(request: PlannedRequest): SoundPlan {
  const scene = planScene(request);
  const soundText = withoutSpeech(request.prompt);
  const wanted = searchable(soundText.replace(EXCLUSION, " "));
  const unwanted = searchable(
    `${request.negativePrompt} ${(soundText.match(EXCLUSION) ?? []).join(" ")}`,
  );
  return {
    seed: scene.seed,
    layers: planLayers(scene, wanted, unwanted),
    music: mentions(unwanted, MUSIC) ? null : moodOf(scene),
    lines: mentions(unwanted, SPEECH) ? [] : spokenLines(request.prompt),
  };
}

function planLayers(
  scene: ScenePlan,
  wanted: SearchableText,
  unwanted: SearchableText,
): Map<LayerName, number> {
  const layers = new Map(mentions(wanted, "silence|silent|寂静") ? [] : ambienceOf(scene));
  for (const [name, words] of layerEntries()) {
    if (mentions(wanted, words)) layers.set(name, Math.max(layers.get(name) ?? -6, -3));
    if (mentions(unwanted, words)) layers.delete(name);
  }
  return mentions(unwanted, ALL_AMBIENCE) ? new Map() : layers;
}

/** The default ambience of a scene, before the prompt's keywords about sound. */
function ambienceOf({ scene, weather, timeOfDay }: ScenePlan): [LayerName, number][] {
  const isWet = weather === "rain" || weather === "storm";
  const animals: [LayerName, number][] =
    isWet || weather === "snow" ? [] : [timeOfDay === "night" ? ["crickets", -14] : ["birds", -9]];
  const places: Readonly<Record<ScenePlan["scene"], [LayerName, number][]>> = {
    sea: [
      ["surf", 0],
      ["wind", -14],
    ],
    city: [["city", 0]],
    forest: [["leaves", -4], ["hush", -10], ...animals],
    mountain: [["wind", 0]],
    desert: [["wind", -2]],
    meadow: [["leaves", -8], ["wind", -12], ...animals],
    fire: [["fire", 0]],
    space: [["space", 0]],
    portrait: [["hush", -8]],
  };
  const skies: Readonly<Record<ScenePlan["weather"], [LayerName, number][]>> = {
    clear: [],
    rain: [["rain", -3]],
    storm: [
      ["rain", -2],
      ["thunder", 2],
      ["wind", -3],
    ],
    snow: [
      ["hush", -4],
      ["wind", -10],
    ],
    fog: [["hush", -8]],
  };
  return scene === "space" ? places.space : [...places[scene], ...skies[weather]];
}

function moodOf({ scene, weather, timeOfDay }: ScenePlan): Mood {
  if (weather === "storm" || timeOfDay === "night" || scene === "space") return "dark";
  return timeOfDay === "sunset" || weather !== "clear" || scene === "fire" ? "warm" : "bright";
}

function layerEntries(): [LayerName, string][] {
  // Object.entries widens keys to string; the keys are exactly the layer names.
  return Object.entries(LAYER_WORDS) as [LayerName, string][];
}
