/** A figure in front of the scene: lit body and markings, a swinging tail, blinking eyes. */
import { Path2D, type SKRSContext2D } from "@napi-rs/canvas";
import { projectPoint } from "../../compose/camera.ts";
import { toYuv } from "../../compose/planes.ts";
import { between } from "../../plan/prng.ts";
import { css, hex, mix, type Rgb, shade, smoothstep } from "../color.ts";
import { seenAt } from "../palette.ts";
import {
  type Layer,
  type LayerMotion,
  type Overlay,
  type Picture,
  paintLayer,
  type Stage,
} from "../stage.ts";
import type { Silhouette } from "./silhouettes.ts";
import { paintUmbrella } from "./umbrella.ts";

/** Depth of figures. */
export const FIGURE_DEPTH = 0.86;

/** A silhouette and its position. */
export interface Figure {
  silhouette: Silhouette;
  coat: Rgb;
  /** Colour of its light parts, if the coat does not determine it, such as a face. */
  light?: Rgb;
  /** Position of its feet in frame pixels, and its height. */
  x: number;
  bottom: number;
  height: number;
  hasUmbrella: boolean;
}

interface Look {
  coat: Rgb;
  rim: Rgb;
  tones: Readonly<Record<"light" | "shade" | "dark", Rgb>>;
  /** 1 when it faces right. */
  facing: 1 | -1;
}

export function paintFigure(stage: Stage, figure: Figure): Picture {
  const { palette, plan } = stage;
  const dim = { dawn: 0.22, day: 0.12, sunset: 0.42, night: 0.5 }[plan.timeOfDay];
  // Town lights or a fire light the figure even at night.
  const isLit = (plan.scene === "city" && stage.has("lights")) || plan.scene === "fire";
  const lamps = isLit && plan.timeOfDay === "night" ? 0.45 : 0;
  const lit = (color: Rgb) => mix(seenAt(palette, color, 1), mix(color, palette.lamp, 0.15), lamps);
  const coat = mix(lit(figure.coat), palette.dark, dim);
  const cream = mix(
    lit(figure.light ?? mix(figure.coat, hex("#fff9f0"), 0.9)),
    palette.dark,
    dim * 0.6,
  );
  const look: Look = {
    coat,
    rim: mix(palette.horizon, palette.disc, 0.55),
    tones: { light: cream, shade: shade(coat, 0.62), dark: mix(palette.dark, coat, 0.12) },
    facing: stage.random("facing")() < 0.5 ? -1 : 1,
  };
  return [
    ...(figure.silhouette.tail ? [paintTail(stage, figure, look)] : []),
    paintBody(stage, figure, look),
    ...(figure.silhouette.eyes ? [eyes(stage, figure, look)] : []),
    ...(figure.hasUmbrella ? [paintUmbrella(stage, figure, bodySway(stage, figure))] : []),
  ];
}

/** Breathing and head turns: the motion grows with height, and the feet stand still. */
function bodySway(stage: Stage, { silhouette, bottom, height }: Figure) {
  const { unit } = stage;
  const { neck = 0 } = silhouette;
  const phase = stage.random("gaze")() * 6.28;
  return ({ seconds }: { seconds: number }) => {
    const turn = Math.sin(seconds * 1.15 + phase) ** 3;
    return (row: number) => {
      const up = (bottom - row) / height;
      const breath = Math.sin(seconds * 1.6) * Math.max(0, up) ** 2 * unit * 0.36;
      return breath + turn * smoothstep(1 - neck / 100 - 0.06, 1.05, up) * height * 0.035;
    };
  };
}

/** Maps the silhouette's box to the figure's position. */
function enterBox(context: SKRSContext2D, { x, bottom, height }: Figure, { facing }: Look): void {
  context.translate(x, bottom);
  context.scale((height / 100) * facing, height / 100);
  context.translate(-54, -100);
  context.lineCap = "round";
  context.lineJoin = "round";
}

function extent(
  { bottom, height }: Figure,
  stage: Stage,
): LayerMotion & { top: number; bottom: number } {
  return { top: bottom - height * 1.08, bottom: bottom + stage.unit };
}

function paintTail(stage: Stage, figure: Figure, look: Look): Layer {
  const { tail, size } = figure.silhouette;
  const root = figure.bottom - (figure.height * (100 - (tail?.root ?? 0))) / 100;
  return paintLayer(
    stage,
    {
      depth: FIGURE_DEPTH,
      ...extent(figure, stage),
      sway:
        ({ seconds }) =>
        (row) => {
          const swing = Math.sin(seconds * 2.3) + 0.4 * Math.sin(seconds * 3.9);
          return swing * Math.abs(row - root) * 0.09 * Math.min(1, 1 / size);
        },
    },
    (context) => {
      if (!tail) return;
      enterBox(context, figure, look);
      const path = new Path2D(tail.path);
      for (const [color, offset] of [
        [look.rim, -1],
        [shade(look.coat, 0.86), 0],
      ] as const) {
        context.save();
        context.translate(offset, offset);
        context.fillStyle = css(color);
        context.strokeStyle = css(color);
        context.lineWidth = tail.width ?? 0;
        if (tail.width) context.stroke(path);
        else context.fill(path);
        context.restore();
      }
      if (tail.tip) {
        context.clip(path);
        context.fillStyle = css(look.tones.light);
        context.fill(new Path2D(tail.tip));
      }
    },
  );
}

/** The body: dark against the light, with a bright rim on the light's side. */
function paintBody(stage: Stage, figure: Figure, look: Look): Layer {
  const { fill, lines, markings = [] } = figure.silhouette;
  const shape: Shape = {
    outlines: fill.split(/(?<=Z)/).map((outline) => new Path2D(outline)),
    line: lines && { path: new Path2D(lines.path), width: lines.width },
  };
  const { coat, rim, tones } = look;
  const { palette } = stage;
  return paintLayer(
    stage,
    { depth: FIGURE_DEPTH, ...extent(figure, stage), sway: bodySway(stage, figure) },
    (context) => {
      enterBox(context, figure, look);
      context.fillStyle = css(palette.dark, 0.3);
      context.beginPath();
      context.ellipse(54, 99.2, 30, 2.6, 0, 0, Math.PI * 2);
      context.fill();
      // Rim light: the same shape, slightly larger towards the light, below the dark one.
      drawShape(context, shape, { paint: css(rim), dx: -1.1, dy: -0.9 });
      const fur = context.createLinearGradient(0, 0, 30, 100);
      fur.addColorStop(0, css(mix(coat, rim, 0.2)));
      fur.addColorStop(0.5, css(coat));
      fur.addColorStop(1, css(shade(coat, 0.68)));
      drawShape(context, shape, { paint: fur, dx: 0, dy: 0 });
      context.save();
      context.globalCompositeOperation = "source-atop";
      for (const { path, tone } of markings) {
        context.fillStyle = css(tones[tone], tone === "shade" ? 0.72 : 0.92);
        context.fill(new Path2D(path));
      }
      drawHair(context, stage, look);
      context.restore();
    },
  );
}

function drawHair(context: SKRSContext2D, stage: Stage, { coat, rim }: Look): void {
  const random = stage.random("coat");
  context.lineWidth = 0.35;
  for (let hair = 0; hair < (stage.isPro ? 1100 : 260); hair += 1) {
    const x = between(random, 0, 108);
    const y = between(random, 0, 100);
    context.strokeStyle = css(random() < 0.5 ? rim : shade(coat, 0.4), 0.13);
    context.beginPath();
    context.moveTo(x, y);
    context.lineTo(x - between(random, 0.4, 1.6), y + between(random, 1, 3.4));
    context.stroke();
  }
}

/** Eyes, drawn in every frame: open with a highlight, and closed briefly every few seconds. */
function eyes(stage: Stage, figure: Figure, { facing, tones }: Look): Overlay {
  const { silhouette, x, bottom, height } = figure;
  const scale = height / 100;
  const dark = toYuv(...mix(tones.dark, hex("#0a0806"), 0.6));
  const spark = toYuv(245, 240, 228);
  const sway = bodySway(stage, figure);
  const first = between(stage.random("blink"), 0.6, 1.8);
  return {
    kind: "overlay",
    draw: (frame, time, view) => {
      const at = view(FIGURE_DEPTH);
      const shift = sway(time);
      const sinceBlink = (time.seconds + 10 - first) % 2.7;
      for (const eye of silhouette.eyes ?? []) {
        const row = bottom + (eye.y - 100) * scale;
        const column = x + (eye.x - 54) * scale * facing;
        const seen = projectPoint(at, frame, { x: column, y: row });
        const cx = seen.x + shift(seen.y);
        const radius = eye.radius * scale * at.zoom;
        if (sinceBlink < 0.2) {
          frame.streak({ x0: cx - radius, y0: seen.y, x1: cx + radius, y1: seen.y }, radius * 0.5, {
            color: dark,
            opacity: 0.9,
          });
          continue;
        }
        frame.dot({ x: cx, y: seen.y }, radius, { color: dark, opacity: 0.95 });
        frame.dot({ x: cx + radius * 0.3, y: seen.y - radius * 0.35 }, radius * 0.32, {
          color: spark,
          opacity: 0.9,
        });
      }
    },
  };
}

/** Filled outlines, and lines with a width. */
interface Shape {
  outlines: readonly Path2D[];
  line: { path: Path2D; width: number } | undefined;
}

function drawShape(
  context: SKRSContext2D,
  { outlines, line }: Shape,
  { paint, dx, dy }: { paint: SKRSContext2D["fillStyle"]; dx: number; dy: number },
): void {
  context.save();
  context.translate(dx, dy);
  context.fillStyle = paint;
  context.strokeStyle = paint;
  for (const outline of outlines) context.fill(outline);
  if (line) {
    context.lineWidth = line.width;
    context.stroke(line.path);
  }
  context.restore();
}
