/** The one the picture is about, on a rise in front of the scene. */
import { Path2D, type SKRSContext2D } from "@napi-rs/canvas";
import { css, hex, mix, type Rgb, shade } from "./color.ts";
import { drawGrass } from "./flora.ts";
import { flyingBird } from "./flying-bird.ts";
import { groundColor } from "./ground.ts";
import { fillBelow, type Outline } from "./land.ts";
import { createNoise, fbm } from "./noise.ts";
import { seenAt } from "./palette.ts";
import { between } from "./prng.ts";
import { SILHOUETTES } from "./silhouettes.ts";
import { type Layer, type Picture, paintLayer, type Stage } from "./stage.ts";

const DEPTH = 0.86;

/** Coats, where there is enough light to see them. */
const COATS = {
  cat: hex("#8a6a4a"),
  dog: hex("#b98a52"),
  fox: hex("#d0682f"),
  wolf: hex("#6c727e"),
  horse: hex("#6e4630"),
  deer: hex("#94663c"),
  bear: hex("#54402f"),
  person: hex("#3a4258"),
} as const satisfies Record<keyof typeof SILHOUETTES, Rgb>;

/** Paints the plan's subject and the ground it needs; nothing when there is none. */
export function paintSubject(stage: Stage): Picture {
  const { plan } = stage;
  const { subject } = plan;
  if (subject === null || subject === "fish") return [];
  if (subject === "bird") return [flyingBird(stage)];
  const { width, height, unit } = stage;
  const random = stage.random("subject");
  // By a fire one sits beside it.
  const x = width * (plan.scene === "fire" ? 0.27 : between(random, 0.44, 0.56));
  const rise = knoll(stage, x);
  const high = Math.min(height * 0.46, unit * 34) * SILHOUETTES[subject].size;
  return [paintFigure(stage, subject, x, rise(x) + unit * 0.4, high), paintKnoll(stage, rise)];
}

function knoll(stage: Stage, x: number): Outline {
  const { width, height, unit } = stage;
  const noise = createNoise(stage.random("knoll"));
  return (at) =>
    height * 0.985 -
    unit * 12 * Math.exp(-(((at - x) / (width * 0.34)) ** 2)) +
    fbm(noise, at / (unit * 18), 1.5, 3) * unit * 2.4;
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

/** The rise, with grass along its edge where grass grows. */
function paintKnoll(stage: Stage, rise: Outline): Layer {
  const { palette, unit, height, width, padX, plan } = stage;
  const soil = mix(
    seenAt(palette, groundColor(stage, SOILS[plan.scene], 0.7), 1),
    palette.dark,
    0.35,
  );
  const random = stage.random("knoll-grass");
  return paintLayer(
    stage,
    DEPTH,
    (context) => {
      if (plan.scene === "meadow" || plan.scene === "forest" || plan.scene === "mountain") {
        const tones = [css(shade(soil, 0.85)), css(shade(soil, 1.2))] as const;
        const place = {
          x0: -padX,
          x1: width + padX,
          foot: (x: number) => rise(x) + unit,
          high: unit * 3.4,
        };
        drawGrass(context, random, stage.isPro ? 900 : 560, place, (chance) =>
          chance() < 0.5 ? tones[0] : tones[1],
        );
      }
      fillBelow(
        context,
        stage,
        rise,
        mix(soil, palette.horizon, 0.1),
        shade(soil, 0.55),
        unit * 15,
      );
    },
    {
      top: height * 0.985 - unit * 22,
    },
  );
}

/** The figure: dark against the light, a bright rim on the side where the light comes from. */
function paintFigure(
  stage: Stage,
  subject: keyof typeof SILHOUETTES,
  x: number,
  foot: number,
  high: number,
): Layer {
  const { palette, unit, plan } = stage;
  const { fill, lines } = SILHOUETTES[subject];
  const scale = high / 100;
  const body = fill.split(/(?<=Z)/).map((outline) => new Path2D(outline));
  const line = lines && { path: new Path2D(lines.path), width: lines.width };
  const coat = mix(
    seenAt(palette, COATS[subject], 1),
    palette.dark,
    plan.timeOfDay === "day" ? 0.3 : 0.6,
  );
  const rim = mix(palette.horizon, palette.disc, 0.55);
  const flip = stage.random("facing")() < 0.5 ? -1 : 1;
  return paintLayer(
    stage,
    DEPTH,
    (context) => {
      context.translate(x, foot);
      context.scale(scale * flip, scale);
      context.translate(-54, -100);
      context.lineCap = "round";
      context.lineJoin = "round";
      // Rim light: the same shape a little larger towards the light, under the dark one.
      drawShape(context, body, line, css(rim), -1.1, -0.9);
      const fur = context.createLinearGradient(0, 0, 30, 100);
      fur.addColorStop(0, css(mix(coat, rim, 0.16)));
      fur.addColorStop(0.5, css(coat));
      fur.addColorStop(1, css(shade(coat, 0.55)));
      drawShape(context, body, line, fur, 0, 0);
      if (!stage.isPro) return;
      if (body[0]) context.clip(body[0]);
      const random = stage.random("coat");
      context.lineWidth = 0.35;
      for (let hair = 0; hair < 900; hair += 1) {
        const hx = between(random, 0, 108);
        const hy = between(random, 0, 100);
        context.strokeStyle = css(random() < 0.5 ? rim : shade(coat, 0.4), 0.13);
        context.beginPath();
        context.moveTo(hx, hy);
        context.lineTo(hx - between(random, 0.4, 1.6), hy + between(random, 1, 3.4));
        context.stroke();
      }
    },
    {
      top: foot - high * 1.08,
      bottom: foot + unit,
      // Breathing: the higher, the more it moves; the feet stand still.
      sway:
        ({ seconds }) =>
        (row) =>
          Math.sin(seconds * 1.6) * Math.max(0, (foot - row) / high) ** 2 * unit * 0.42,
    },
  );
}

function drawShape(
  context: SKRSContext2D,
  body: Path2D[],
  line: { path: Path2D; width: number } | undefined,
  paint: SKRSContext2D["fillStyle"],
  dx: number,
  dy: number,
): void {
  context.save();
  context.translate(dx, dy);
  context.fillStyle = paint;
  context.strokeStyle = paint;
  for (const outline of body) context.fill(outline);
  if (line) {
    context.lineWidth = line.width;
    context.stroke(line.path);
  }
  context.restore();
}
