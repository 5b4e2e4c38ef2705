/** Flames: tongues in three colours that rise, lean and split. */
import { createCanvas } from "@napi-rs/canvas";
import { projectPoint } from "../../compose/camera.ts";
import { type PlanarImage, planarFromRgba } from "../../compose/planes.ts";
import { between } from "../../plan/prng.ts";
import { css, hex, type Rgb } from "../color.ts";
import { even, type Overlay, type Stage } from "../stage.ts";

interface Fire {
  x: number;
  y: number;
  depth: number;
  /** Height of the tallest tongue in pixels. */
  size: number;
}

const COLORS: readonly Rgb[] = [hex("#c8321a"), hex("#f26a1c"), hex("#ffad33"), hex("#ffe9a3")];

/** A fire with its foot at a point. The frames of one cycle are painted once and cross-faded. */
export function flames(stage: Stage, fire: Fire): Overlay {
  const random = stage.random("flames");
  const tongues = COLORS.flatMap((color, layer) =>
    Array.from({ length: 7 - layer }, (_, index) => ({
      color,
      x: ((index + 0.5) / (7 - layer) - 0.5) * (1 - layer * 0.16),
      high: between(random, 0.62, 1) * (1 - layer * 0.19),
      turns: Math.round(between(random, 1, 4)),
      phase: random() * 6.28,
      layer,
    })),
  );
  const width = even(fire.size * 1.5);
  const height = even(fire.size * 1.35);
  const images = new Map<number, PlanarImage>();
  const canvas = createCanvas(width, height);
  const context = canvas.getContext("2d");

  /** One frame of a cycle that repeats every LOOP frames. */
  function flamesAt(index: number): PlanarImage {
    const known = images.get(index);
    if (known) return known;
    context.clearRect(0, 0, width, height);
    context.save();
    context.translate(width / 2, height);
    const turn = (index / LOOP) * Math.PI * 2;
    for (const tongue of tongues) {
      const angle = turn * tongue.turns + tongue.phase;
      const rise =
        fire.size * tongue.high * (0.86 + 0.16 * Math.sin(angle)) * (1 - Math.abs(tongue.x) * 0.85);
      const half = fire.size * (0.19 - tongue.layer * 0.025);
      const x = tongue.x * fire.size * 0.72;
      const lean = Math.sin(angle * 1 + 1.3) * fire.size * 0.1 - x * 0.35;
      context.fillStyle = css(tongue.color, 0.62 + tongue.layer * 0.1);
      context.beginPath();
      context.moveTo(x - half, 0);
      context.bezierCurveTo(
        x - half * 1.3,
        -rise * 0.4,
        x + lean * 0.2 - half * 0.2,
        -rise * 0.55,
        x + lean,
        -rise,
      );
      context.bezierCurveTo(
        x + lean * 0.6 + half * 0.5,
        -rise * 0.6,
        x + half * 1.4,
        -rise * 0.36,
        x + half,
        0,
      );
      context.quadraticCurveTo(x, fire.size * 0.04, x - half, 0);
      context.fill();
    }
    context.restore();
    const image = planarFromRgba(canvas.data(), width, height);
    images.set(index, image);
    return image;
  }

  return {
    kind: "overlay",
    draw: (frame, { seconds }, view) => {
      const at = view(fire.depth);
      const { x, y } = projectPoint(at, frame, { x: fire.x, y: fire.y });
      const image = flamesAt(Math.round(seconds * 24) % LOOP);
      frame.draw(image, {
        left: x - (width * at.zoom) / 2,
        top: y - height * at.zoom,
        scale: at.zoom,
      });
    },
  };
}

/** Frames per cycle: two seconds, long enough that the repetition is not noticed. */
const LOOP = 48;
