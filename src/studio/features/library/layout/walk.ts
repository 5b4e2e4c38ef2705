/** Where the arrow keys lead in the rows of the library. */
import type { ClipLayout, ClipRow } from "./clip-layout.ts";

/** A key press in the grid. */
interface Step {
  key: string;
  /** Whether Control or Command is held. */
  isWide: boolean;
  /** Height of the visible part of the page, for the page keys. */
  pageHeight: number;
}

/** The entry that a key leads to from another. Null if the key does not move, or there is nothing in that direction. */
export function walk(layout: ClipLayout, fromId: string, step: Step): string | null {
  const rowIndex = layout.rowIndexOf.get(fromId);
  const row = rowIndex === undefined ? undefined : layout.rows[rowIndex];
  if (rowIndex === undefined || row?.kind !== "clips") return null;
  const column = row.entries.findIndex(({ id }) => id === fromId);
  const beside = (rows: 1 | -1) => nextClips(layout, rowIndex + rows, rows);
  switch (step.key) {
    case "ArrowRight":
      return (row.entries[column + 1] ?? beside(1)?.entries[0])?.id ?? null;
    case "ArrowLeft":
      return (row.entries[column - 1] ?? beside(-1)?.entries.at(-1))?.id ?? null;
    case "ArrowDown":
      return nearest(beside(1), centre(row, column, layout.gap), layout.gap);
    case "ArrowUp":
      return nearest(beside(-1), centre(row, column, layout.gap), layout.gap);
    case "Home":
      return (step.isWide ? nextClips(layout, 0, 1) : row)?.entries[0]?.id ?? null;
    case "End":
      return (
        (step.isWide ? nextClips(layout, layout.rows.length - 1, -1) : row)?.entries.at(-1)?.id ??
        null
      );
    case "PageDown":
    case "PageUp": {
      const direction = step.key === "PageDown" ? 1 : -1;
      const to = pageAway(layout, row.top + direction * step.pageHeight, direction);
      return nearest(to ?? undefined, centre(row, column, layout.gap), layout.gap);
    }
    default:
      return null;
  }
}

/** The first row of clips at an index or after it, in a direction. */
function nextClips({ rows }: ClipLayout, index: number, direction: 1 | -1): ClipRow | undefined {
  for (let at = index; at >= 0 && at < rows.length; at += direction) {
    const row = rows[at];
    if (row?.kind === "clips") return row;
  }
  return undefined;
}

/** The row of clips closest to a height, or the last one in the direction. */
function pageAway({ rows }: ClipLayout, top: number, direction: 1 | -1): ClipRow | undefined {
  const clips = rows.filter((row) => row.kind === "clips");
  if (direction === 1) return clips.find((row) => row.top >= top) ?? clips.at(-1);
  return clips.findLast((row) => row.top <= top) ?? clips[0];
}

function centre(row: ClipRow, column: number, gap: number): number {
  const before = row.widths.slice(0, column).reduce((sum, width) => sum + width + gap, 0);
  return before + (row.widths[column] ?? 0) / 2;
}

/** The entry of a row whose centre is closest to a horizontal position. */
function nearest(row: ClipRow | undefined, x: number, gap: number): string | null {
  if (row === undefined) return null;
  const distances = row.entries.map((_, column) => Math.abs(centre(row, column, gap) - x));
  return row.entries[distances.indexOf(Math.min(...distances))]?.id ?? null;
}
