/** A face in profile in front of out-of-focus lights. */
import { Path2D, type SKRSContext2D } from "@napi-rs/canvas";
import { css, hex, mix, type Rgb, shade } from "../paint/color.ts";
import { seenAt } from "../paint/palette.ts";
import { glows } from "../paint/sky/particles.ts";
import { paintSky } from "../paint/sky/sky.ts";
import { type Layer, type Picture, paintLayer, type Stage } from "../paint/stage.ts";
import { between } from "../plan/prng.ts";

const HEAD =
  "M-14 150C-6 122 12 112 34 105C39 101 40 93 38 86C25 77 17 60 19 42C21 20 38 5 60 5C76 5 86 15 88.5 28C89.5 34 88.5 38 90 43L98.5 57C99.5 60 96 61.5 92.5 61.5C93.5 64 95.2 65.5 94.6 68C93 69.8 92.8 70 94.6 71.6C95.2 75 93.5 77 91 78C92.5 81.5 92 86 88 88.5C81 91.5 74 90.5 69 88.5C67 94 68 100 73 103.5C91 109 108 118 116 150Z";
const HAIRS: readonly string[] = [
  "M88 27C84 8 70 -3 52 0C40 -8 20 -4 17 10C4 18 6 44 12 58C15 70 22 80 33 86C38 84 40 78 40 70C42 62 47 60 50 56C54 48 52 40 58 34C68 32 80 32 88 27Z",
  "M89 28C86 6 70 -4 50 0C28 3 12 22 12 46C12 66 2 82 6 104C10 124 22 132 34 128C46 122 44 104 42 90C40 80 42 70 46 62C54 52 54 42 60 36C70 34 82 34 89 28Z",
  "M89 27C88 10 78 0 60 -1C38 -2 22 12 20 34C19 48 22 62 30 74C34 74 37 70 38 64C42 62 45 58 47 52C53 46 54 40 60 34C70 33 82 33 89 27Z",
];
const SKINS: readonly Rgb[] = [hex("#e8b894"), hex("#c68a62"), hex("#8a5a3e"), hex("#f0cbb0")];
const DEPTH = 0.7;

export function paintPortrait(stage: Stage): Picture {
  const { width, height, unit, palette } = stage;
  const faces = stage.random("facing")() < 0.5 ? -1 : 1;
  const light = {
    x: width * (faces === 1 ? 0.85 : 0.15),
    y: height * 0.3,
    radius: 0,
    disc: 0,
    glow: 0.5,
  };
  const picture: Picture = [paintSky(stage, light, 1.1)];
  for (const depth of [0.1, 0.3]) picture.push(paintBokeh(stage, depth));
  picture.push(paintBust(stage, faces));
  const spread = { x0: 0, x1: width, y0: height * 0.2, y1: height * 1.1 };
  const dust = {
    name: "dust",
    count: 26,
    color: mix(palette.lamp, hex("#ffffff"), 0.4),
    spread,
    rise: unit * 1.6,
    size: 0.16,
    depth: 0.9,
  };
  picture.push(glows(stage, dust));
  return picture;
}

/** Out-of-focus lights that slowly grow and shrink. */
function paintBokeh(stage: Stage, depth: number): Layer {
  const { width, height, unit, palette, padX, padY } = stage;
  const random = stage.random(`bokeh-${depth}`);
  return paintLayer(
    stage,
    { depth, opacity: ({ seconds }) => 0.84 + 0.16 * Math.sin(seconds * (0.7 + depth)) },
    (context) => {
      for (let spot = 0; spot < 34; spot += 1) {
        const x = between(random, -padX, width + padX);
        const y = between(random, -padY, height * 0.95);
        const radius = unit * between(random, 1.6, 3.4 + depth * 16);
        const color = mix(
          random() < 0.5 ? palette.lamp : palette.horizon,
          palette.disc,
          random() * 0.5,
        );
        const disc = context.createRadialGradient(x, y, 0, x, y, radius);
        const strength = between(random, 0.05, 0.26);
        disc.addColorStop(0, css(color, strength * 0.75));
        disc.addColorStop(0.86, css(color, strength));
        disc.addColorStop(0.95, css(color, strength * 1.35));
        disc.addColorStop(1, css(color, 0));
        context.fillStyle = disc;
        context.fillRect(x - radius, y - radius, radius * 2, radius * 2);
      }
    },
  );
}

/** Head and shoulders, lit by a soft light from the front and a rim light from behind. */
function paintBust(stage: Stage, faces: number): Layer {
  const { width, height, unit, palette } = stage;
  const random = stage.random("person");
  const skin = seenAt(palette, SKINS[Math.floor(random() * SKINS.length)] ?? hex("#c68a62"), 1);
  const hair = new Path2D(HAIRS[Math.floor(random() * HAIRS.length)] ?? "");
  const head = new Path2D(HEAD);
  const scale = Math.min(height * 0.7, width * 0.95) / 108;
  const cloth = mix(palette.dark, palette.skyTop, 0.3);
  const bottom = height * 1.09;
  return paintLayer(
    stage,
    {
      depth: DEPTH,
      top: bottom - 162 * scale,
      drift: ({ seconds }) => ({ x: 0, y: Math.sin(seconds * 1.35) * unit * 0.28 }),
      sway:
        ({ seconds }) =>
        (row) =>
          Math.sin(seconds * 0.75) * Math.max(0, (height - row) / height) ** 2 * unit * 0.9,
    },
    (context) => {
      context.translate(width * (0.5 - faces * 0.04), bottom - 150 * scale);
      context.scale(scale * faces, scale);
      context.translate(-56, 0);
      drawRim(context, [head, hair], css(mix(palette.horizon, palette.disc, 0.6)));
      const face = context.createLinearGradient(38, 60, 99, 50);
      face.addColorStop(0, css(shade(skin, 0.2)));
      face.addColorStop(0.45, css(shade(skin, 0.5)));
      face.addColorStop(0.85, css(shade(skin, 1.05)));
      face.addColorStop(1, css(mix(skin, palette.disc, 0.4)));
      context.fillStyle = face;
      context.fill(head);
      context.save();
      context.clip(head);
      drawFeatures(context, skin);
      drawCloth(context, cloth, palette.horizon);
      context.restore();
      const strands = context.createLinearGradient(10, 0, 90, 60);
      const tone = mix(palette.dark, hex("#3a2418"), 0.45);
      strands.addColorStop(0, css(shade(tone, 0.8)));
      strands.addColorStop(0.7, css(tone));
      strands.addColorStop(1, css(mix(tone, palette.horizon, 0.4)));
      context.fillStyle = strands;
      context.fill(hair);
      context.save();
      context.clip(hair);
      drawStrands(context, stage, tone);
      context.restore();
    },
  );
}

/** Light from behind: the outlines again, slightly towards the light. */
function drawRim(context: SKRSContext2D, outlines: readonly Path2D[], color: string): void {
  context.save();
  context.translate(-0.9, -0.7);
  context.fillStyle = color;
  for (const outline of outlines) context.fill(outline);
  context.restore();
}

/** A closed eye with lashes, brow, mouth, nostril, jaw and ear in shadow. */
function drawFeatures(context: SKRSContext2D, skin: Rgb): void {
  const dark = shade(skin, 0.16);
  const line = (path: string, width: number, alpha: number) => {
    context.strokeStyle = css(dark, alpha);
    context.lineWidth = width;
    context.stroke(new Path2D(path));
  };
  context.lineCap = "round";
  line("M74 34C79 30.5 85 31 89 34", 1.9, 0.85);
  line("M76 43C79 45.5 84 45.8 88 43.2", 1.1, 0.9);
  line("M76 43L74 44.6M78.4 44.4L77 46.6M81.4 45.2L80.8 47.6M84.6 45L85 47.4", 0.6, 0.8);
  line("M94 69.8C90 70.4 87 70.2 84.6 71.4", 0.9, 0.7);
  line("M92 60.4C90.4 59 89 59.4 88.4 60.6", 1.1, 0.5);
  const blush = context.createRadialGradient(80, 59, 0, 80, 59, 11);
  blush.addColorStop(0, "rgba(214,84,70,0.22)");
  blush.addColorStop(1, "rgba(214,84,70,0)");
  context.fillStyle = blush;
  context.fillRect(64, 44, 36, 30);
  const lips = "M95.5 66C92 66.2 88 68 85 71.2C88 75.6 91 77.2 95 77.4Z";
  context.fillStyle = "rgba(176,62,62,0.42)";
  context.fill(new Path2D(lips));
  const jaw = context.createLinearGradient(58, 89, 62, 106);
  jaw.addColorStop(0, css(dark, 0));
  jaw.addColorStop(0.5, css(dark, 0.75));
  jaw.addColorStop(1, css(dark, 0.55));
  context.fillStyle = jaw;
  context.fillRect(20, 89, 70, 26);
}

function drawCloth(context: SKRSContext2D, cloth: Rgb, rim: Rgb): void {
  const collar = new Path2D(
    "M-20 160L-16 122C10 112 24 112 36 101C46 112 62 114 74 105C92 108 110 118 120 160Z",
  );
  const fold = context.createLinearGradient(0, 110, 110, 120);
  fold.addColorStop(0, css(mix(cloth, rim, 0.22)));
  fold.addColorStop(0.4, css(cloth));
  fold.addColorStop(1, css(mix(cloth, rim, 0.35)));
  context.fillStyle = fold;
  context.fill(collar);
}

function drawStrands(context: SKRSContext2D, stage: Stage, tone: Rgb): void {
  const random = stage.random("strands");
  context.lineWidth = 0.35;
  for (let strand = 0; strand < (stage.isPro ? 420 : 150); strand += 1) {
    const start = between(random, -4, 90);
    const bend = between(random, -6, 6);
    context.strokeStyle = css(
      random() < 0.35 ? mix(tone, stage.palette.horizon, 0.6) : shade(tone, 0.5),
      0.35,
    );
    context.beginPath();
    context.moveTo(start * 0.5 + 45, between(random, -6, 30));
    context.bezierCurveTo(
      start * 0.7 + 6,
      10 + bend,
      start * 0.5,
      40 + bend,
      start * 0.4 + bend,
      130,
    );
    context.stroke();
  }
}
