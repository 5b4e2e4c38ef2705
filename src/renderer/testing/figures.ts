/** Tables of figures that describe a picture or a sound, and how they compare with the stored ones. */
import { existsSync, readFileSync } from "node:fs";

/** Figures by the name of what they describe. */
export type Figures = ReadonlyMap<string, readonly number[]>;

/**
 * The table as text, for `toMatchFileSnapshot`. A row whose figures differ from the stored ones by at most
 * `tolerance` is returned as it is stored, because the native canvas may round differently on another machine.
 */
export function figuresText(figures: Figures, file: string, tolerance: number): string {
  const stored = existsSync(file) ? readRows(readFileSync(file, "utf8")) : new Map();
  const rows = [...figures].map(([name, values]) => {
    const old = stored.get(name);
    return `${name}\t${old && isClose(old, values, tolerance) ? old : textOf(values)}\n`;
  });
  return rows.join("");
}

function readRows(text: string): Map<string, string> {
  const lines = text.split("\n").filter(Boolean);
  return new Map(lines.map((line) => line.split("\t") as [string, string]));
}

function textOf(values: readonly number[]): string {
  return values.map((value) => value.toFixed(1)).join(" ");
}

function isClose(row: string, values: readonly number[], tolerance: number): boolean {
  const old = row.split(" ").map(Number);
  return (
    old.length === values.length &&
    old.every((figure, at) => Math.abs(figure - (values[at] ?? Number.NaN)) <= tolerance)
  );
}

/** Mean and deviation of the luma, and mean of both chromas, in each cell of a grid over a picture. */
export function pictureFigures(frame: Uint8Array, width: number, height: number): number[] {
  const size = width * height;
  const chroma = { width: width / 2, height: height / 2 };
  const luma = cellsOf(frame, { width, height });
  const u = cellsOf(frame.subarray(size), chroma);
  const v = cellsOf(frame.subarray((size * 5) / 4), chroma);
  return luma.flatMap(({ mean, deviation }, at) => [
    mean,
    deviation,
    u[at]?.mean ?? Number.NaN,
    v[at]?.mean ?? Number.NaN,
  ]);
}

const COLUMNS = 8;
const ROWS = 5;

function cellsOf(plane: Uint8Array, { width, height }: { width: number; height: number }) {
  const cells = Array.from({ length: COLUMNS * ROWS }, () => ({ count: 0, sum: 0, squares: 0 }));
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = Math.floor((y * ROWS) / height) * COLUMNS + Math.floor((x * COLUMNS) / width);
      const cell = cells[at];
      const sample = plane[y * width + x] ?? 0;
      if (!cell) continue;
      cell.count += 1;
      cell.sum += sample;
      cell.squares += sample * sample;
    }
  }
  return cells.map(({ count, sum, squares }) => {
    const mean = sum / count;
    return { mean, deviation: Math.sqrt(Math.max(0, squares / count - mean * mean)) };
  });
}
