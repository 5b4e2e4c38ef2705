/** The subject of the picture, on a knoll in front of the scene. */

import { between } from "../../plan/prng.ts";
import type { Coat, Subject } from "../../plan/scene-plan.ts";
import { css, hex, mix, type Rgb, shade } from "../color.ts";
import { drawGrass } from "../land/flora.ts";
import { groundColor, snowOn } from "../land/ground.ts";
import { fillBelow, type Outline } from "../land/land.ts";
import { createNoise } from "../noise.ts";
import { seenAt } from "../palette.ts";
import { type Layer, type Picture, paintLayer, type Stage } from "../stage.ts";
import { FIGURE_DEPTH, paintFigure } from "./figure.ts";
import { flyingBird } from "./flying-bird.ts";
import { CURLED, SILHOUETTES, WALKER } from "./silhouettes.ts";

/** Default coat colours. */
const COATS = {
  cat: hex("#a67c50"),
  dog: hex("#c69350"),
  fox: hex("#d8692b"),
  wolf: hex("#7d838f"),
  horse: hex("#80502f"),
  deer: hex("#a3703f"),
  bear: hex("#5f4632"),
  person: hex("#434c68"),
} as const satisfies Record<keyof typeof SILHOUETTES, Rgb>;

const TOWN_COAT = hex("#c22a40");
const SKIN = hex("#f0c3a2");

const NAMED_COATS: Readonly<Record<Coat, Rgb>> = {
  black: hex("#26262c"),
  white: hex("#e9e6e0"),
  gray: hex("#7d838c"),
  brown: hex("#7a4f33"),
  red: hex("#d4622a"),
  gold: hex("#d8a95c"),
};

/** Subjects that curl up when they rest. */
const CURLING_SUBJECTS: ReadonlySet<Subject> = new Set<Subject>(["cat", "dog", "fox", "wolf"]);

/** Paints the plan's subject and its ground, or nothing without a subject. */
export function paintSubject(stage: Stage): Picture {
  const { plan } = stage;
  const { subject } = plan;
  if (subject === null || subject === "fish") return [];
  if (subject === "bird") return [flyingBird(stage)];
  const { width, height, unit } = stage;
  const random = stage.random("subject");
  const isCurled = plan.isResting && CURLING_SUBJECTS.has(subject);
  const isInTown = subject === "person" && plan.scene === "city";
  const silhouette = isCurled ? CURLED : isInTown ? WALKER : SILHOUETTES[subject];
  // By a fire, the subject sits beside it.
  const x = width * (plan.scene === "fire" ? 0.27 : between(random, 0.44, 0.56));
  const isOnPavement = plan.scene === "city" && stage.has("street");
  const rise = isOnPavement ? () => height * 0.93 : knoll(stage, x);
  const near = plan.isCloseUp ? 1.5 : 1;
  const high = Math.min(height * 0.46, unit * 34) * silhouette.size * near;
  const figure = {
    silhouette,
    coat: plan.coat ? NAMED_COATS[plan.coat] : isInTown ? TOWN_COAT : COATS[subject],
    ...(isInTown && { light: SKIN }),
    x,
    // Resting subjects sink slightly into snow or grass.
    bottom: rise(x) + unit * (isCurled ? 3 : 0.4),
    height: high,
    hasUmbrella: subject === "person" && stage.has("umbrella"),
  };
  return [...paintFigure(stage, figure), ...(isOnPavement ? [] : [paintKnoll(stage, rise)])];
}

function knoll(stage: Stage, x: number): Outline {
  const { width, height, unit } = stage;
  const noise = createNoise(stage.random("knoll"));
  // Flat enough at the top for four feet, even in narrow frames.
  const reach = Math.max(width * 0.36, unit * 30);
  return (at) =>
    height * 0.985 -
    unit * 12 * Math.exp(-(Math.abs((at - x) / reach) ** 2.6)) +
    noise.fbm(at / (unit * 18), 1.5, 3) * unit * 2.4;
}

const SOILS = {
  sea: hex("#5a5148"),
  city: hex("#3a3f49"),
  forest: hex("#2c4426"),
  mountain: hex("#3f4f3e"),
  desert: hex("#b5793f"),
  meadow: hex("#355f2a"),
  fire: hex("#2b2620"),
  space: hex("#4a4652"),
  portrait: hex("#333333"),
} as const;

/** The knoll, with grass along its edge where grass grows. */
function paintKnoll(stage: Stage, rise: Outline): Layer {
  const { palette, unit, height, width, padX, plan } = stage;
  const isSnowy = snowOn(stage, 1) !== null;
  const soil = mix(
    seenAt(palette, groundColor(stage, SOILS[plan.scene]), 1),
    palette.dark,
    isSnowy ? 0.04 : 0.35,
  );
  const random = stage.random("knoll-grass");
  return paintLayer(stage, { depth: FIGURE_DEPTH, top: height * 0.985 - unit * 22 }, (context) => {
    if (
      !isSnowy &&
      (plan.scene === "meadow" || plan.scene === "forest" || plan.scene === "mountain")
    ) {
      const tones = [css(shade(soil, 0.85)), css(shade(soil, 1.2))] as const;
      drawGrass(
        { context, stage, random },
        {
          count: stage.isPro ? 900 : 560,
          x0: -padX,
          x1: width + padX,
          bottom: (x) => rise(x) + unit,
          height: unit * 3.4,
          tone: (chance) => (chance() < 0.5 ? tones[0] : tones[1]),
        },
      );
    }
    fillBelow({ context, stage }, rise, {
      crest: mix(soil, palette.horizon, 0.1),
      bottom: shade(soil, isSnowy ? 0.82 : 0.55),
      depth: unit * 15,
    });
  });
}
