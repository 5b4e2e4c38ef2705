/** Text burnt into the picture: always a small "SIMULATED", and the watermark on request. */
import type { SKRSContext2D } from "@napi-rs/canvas";
import { even, paintImage } from "../paint/stage.ts";
import { traceWord, wordWidth } from "./letters.ts";
import type { PlanarImage } from "./planes.ts";

/** A mark and its position. */
export interface Mark {
  image: PlanarImage;
  left: number;
  top: number;
}

/** The marks of a clip: "SIMULATED" at the lower left, "KIRIN" with its horn at the lower right. */
export function createMarks(width: number, height: number, hasWatermark: boolean): Mark[] {
  const unit = Math.sqrt(width * height) / 100;
  const margin = even(unit * 3);
  const small = paintWord("SIMULATED", { size: unit * 1.15, opacity: 0.55, hasHorn: false });
  const marks: Mark[] = [{ image: small, left: margin, top: height - margin - small.height }];
  if (hasWatermark) {
    const image = paintWord("KIRIN", { size: unit * 2.5, opacity: 0.85, hasHorn: true });
    marks.push({
      image,
      left: width - margin - image.width,
      top: height - margin - image.height,
    });
  }
  return marks;
}

interface MarkStyle {
  /** Height of the letters. */
  size: number;
  opacity: number;
  hasHorn: boolean;
}

/** White letters with a soft dark edge, legible on any background. */
function paintWord(word: string, { size, opacity, hasHorn }: MarkStyle): PlanarImage {
  const inset = size * 0.6;
  const horn = hasHorn ? size * 1.25 : 0;
  const width = even(wordWidth(word, size) + horn + inset * 2);
  const height = even(size + inset * 2);
  return paintImage(width, height, (context) => {
    context.lineCap = "round";
    context.lineJoin = "round";
    context.globalAlpha = opacity;
    for (const [color, thickness] of [
      ["rgba(0,0,0,0.16)", 0.42],
      ["rgba(0,0,0,0.22)", 0.27],
      ["#ffffff", 0.125],
    ] as const) {
      context.strokeStyle = color;
      context.lineWidth = size * thickness;
      context.beginPath();
      if (hasHorn) traceHorn(context, { x: inset, y: inset, size });
      traceWord(context, word, { x: inset + horn, y: inset, size });
      context.stroke();
    }
  });
}

/** The product's horn: two rising curves. */
function traceHorn(
  context: SKRSContext2D,
  { x, y, size }: { x: number; y: number; size: number },
): void {
  context.moveTo(x, y + size);
  context.quadraticCurveTo(x + size * 0.62, y + size * 0.86, x + size * 0.8, y);
  context.quadraticCurveTo(x + size * 0.28, y + size * 0.34, x, y + size);
}
