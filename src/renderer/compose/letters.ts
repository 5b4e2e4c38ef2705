/** A few letters as strokes on a 4 × 6 grid, so that no font needs to be installed. */
import type { SKRSContext2D } from "@napi-rs/canvas";

/** Strokes of each letter as `x,y` pairs, separated by `|`. `width` is the letter's width. */
const LETTERS: Readonly<Record<string, { width: number; strokes: string }>> = {
  A: { width: 4.4, strokes: "0,6 2.2,0 4.4,6|0.85,4 3.55,4" },
  D: { width: 4, strokes: "0,0 0,6 1.7,6 3.2,5.4 4,4.2 4,1.8 3.2,0.6 1.7,0 0,0" },
  E: { width: 3.3, strokes: "3.3,0 0,0 0,6 3.3,6|0,2.95 2.9,2.95" },
  I: { width: 0, strokes: "0,0 0,6" },
  K: { width: 3.8, strokes: "0,0 0,6|3.6,0 0,3.7|1.4,2.4 3.8,6" },
  L: { width: 3.1, strokes: "0,0 0,6 3.1,6" },
  M: { width: 4.8, strokes: "0,6 0,0 2.4,4 4.8,0 4.8,6" },
  N: { width: 4.2, strokes: "0,6 0,0 4.2,6 4.2,0" },
  R: { width: 3.7, strokes: "0,6 0,0 2.3,0 3.3,0.5 3.6,1.55 3.3,2.6 2.3,3.1 0,3.1|2.1,3.1 3.7,6" },
  S: {
    width: 3.6,
    strokes:
      "3.5,0.9 2.8,0.2 1.8,0 0.8,0.2 0.15,0.9 0.15,1.8 0.7,2.5 2.9,3.4 3.5,4.2 3.5,5.1 2.8,5.8 1.8,6 0.8,5.8 0,5",
  },
  T: { width: 4, strokes: "0,0 4,0|2,0 2,6" },
  U: { width: 3.9, strokes: "0,0 0,4.1 0.5,5.4 1.95,6 3.4,5.4 3.9,4.1 3.9,0" },
};

const SPACING = 1.9;

/** Width of a word with letters of height `size`. */
export function wordWidth(word: string, size: number): number {
  const widths = [...word].map((letter) => (LETTERS[letter]?.width ?? 0) + SPACING);
  return ((widths.reduce((sum, width) => sum + width, 0) - SPACING) * size) / 6;
}

/** Adds a word of height `size` to the context's path, with its upper left corner at a point. */
export function traceWord(
  context: SKRSContext2D,
  word: string,
  { x, y, size }: { x: number; y: number; size: number },
): void {
  const scale = size / 6;
  let left = x;
  for (const letter of word) {
    const shape = LETTERS[letter];
    if (!shape) continue;
    for (const stroke of shape.strokes.split("|")) {
      stroke.split(" ").forEach((point, index) => {
        const [px = 0, py = 0] = point.split(",").map(Number);
        if (index === 0) context.moveTo(left + px * scale, y + py * scale);
        else context.lineTo(left + px * scale, y + py * scale);
      });
    }
    left += (shape.width + SPACING) * scale;
  }
}
