/**
 * Positions of all rows of the library, computed without the DOM. Every height is known in advance, so the page can
 * render only the rows in view, and scroll to a clip that was never rendered.
 */
import { resolveRequest } from "#kirin/request.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import type { EntryGroup } from "./group-by-date.ts";

/** A row of clips beside each other, at the same height. All lengths are in CSS pixels. */
export interface ClipRow {
  kind: "clips";
  top: number;
  height: number;
  /** Height of the pictures, without the text below them. */
  pictureHeight: number;
  entries: readonly LibraryEntry[];
  /** Width of each clip. */
  widths: readonly number[];
}

/** A row with the heading of a group. */
export interface HeadingRow {
  kind: "heading";
  top: number;
  height: number;
  heading: NonNullable<EntryGroup["heading"]>;
  count: number;
}

export type LayoutRow = ClipRow | HeadingRow;

export interface ClipLayout {
  rows: readonly LayoutRow[];
  height: number;
  /** Space between clips of a row. */
  gap: number;
  /** Index of the row of each entry. */
  rowIndexOf: ReadonlyMap<string, number>;
}

/** How the library shows its clips. */
export type LibraryView = "grid" | "list";

const HEADING_HEIGHT = 48;
/** Below this width, rows hold two clips. */
const NARROW_WIDTH = 640;
const GRID_ROW = { target: 196, text: 48, space: 16, gap: 12, narrowGap: 8 };
const LIST_ROW = { height: 56, narrowHeight: 68 };
/** A row is at most this much higher than the target. Otherwise a lone portrait clip would fill the page. */
const STRETCH_MAX = 1.4;

/** Lays out groups of entries in a page of this width. */
export function layOutClips(
  groups: readonly EntryGroup[],
  view: LibraryView,
  width: number,
): ClipLayout {
  const isNarrow = width < NARROW_WIDTH;
  const gap = isNarrow ? GRID_ROW.narrowGap : GRID_ROW.gap;
  const rows: LayoutRow[] = [];
  const rowIndexOf = new Map<string, number>();
  let top = 0;
  for (const { heading, entries } of groups) {
    if (heading !== null) {
      rows.push({ kind: "heading", top, height: HEADING_HEIGHT, heading, count: entries.length });
      top += HEADING_HEIGHT;
    }
    const packed = view === "list" ? listRows(entries, width) : packRows(entries, width, gap);
    for (const row of packed) {
      for (const { id } of row.entries) rowIndexOf.set(id, rows.length);
      rows.push({ kind: "clips", top, ...row });
      top += row.height;
    }
  }
  return { rows, height: top, gap, rowIndexOf };
}

/** Indexes of the rows that overlap a part of the layout: the first, and the one after the last. */
export function rowsBetween(
  { rows }: ClipLayout,
  from: number,
  to: number,
): { start: number; end: number } {
  const start = firstRow(rows, ({ top, height }) => top + height > from);
  return {
    start,
    end: Math.max(
      start,
      firstRow(rows, ({ top }) => top >= to),
    ),
  };
}

/** Index of the first row for which `isReached` holds. It has to hold for all later rows too. */
function firstRow(rows: readonly LayoutRow[], isReached: (row: LayoutRow) => boolean): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const row = rows[middle];
    if (row !== undefined && isReached(row)) high = middle;
    else low = middle + 1;
  }
  return low;
}

type PackedRow = Pick<ClipRow, "height" | "pictureHeight" | "entries" | "widths">;

function listRows(entries: readonly LibraryEntry[], width: number): PackedRow[] {
  const height = width < NARROW_WIDTH ? LIST_ROW.narrowHeight : LIST_ROW.height;
  return entries.map((entry) => ({
    height,
    pictureHeight: height - 12,
    entries: [entry],
    widths: [width],
  }));
}

/** Fills row after row: each ends where its height is closest to the target. The last row is not stretched. */
function packRows(entries: readonly LibraryEntry[], width: number, gap: number): PackedRow[] {
  const isNarrow = width < NARROW_WIDTH;
  const rows: PackedRow[] = [];
  let row: LibraryEntry[] = [];
  let ratios = 0;
  const end = (isLast: boolean) => {
    if (row.length === 0) return;
    const filled = heightFor(ratios, row.length, { width, gap });
    const loose = isNarrow ? heightFor(2 * ratios, 2, { width, gap }) : GRID_ROW.target;
    const isLoose = isLast && (isNarrow ? row.length < 2 : filled > loose);
    rows.push(packedRow(row, isLoose ? loose : Math.min(filled, maxHeight(isNarrow, width))));
    row = [];
    ratios = 0;
  };
  for (const entry of entries) {
    const ratio = ratioOf(entry);
    const before = heightFor(ratios, row.length, { width, gap });
    const after = heightFor(ratios + ratio, row.length + 1, { width, gap });
    const isFull = isNarrow ? row.length === 2 : isCloser(before, after) && row.length > 0;
    if (isFull) end(false);
    row.push(entry);
    ratios += ratio;
  }
  end(true);
  return rows;
}

/** Whether a row that is complete now is closer to the target than with one more clip. */
function isCloser(before: number, after: number): boolean {
  const { target } = GRID_ROW;
  if (after >= target) return false;
  return before / target < target / after;
}

function maxHeight(isNarrow: boolean, width: number): number {
  return isNarrow ? width : GRID_ROW.target * STRETCH_MAX;
}

function heightFor(
  ratios: number,
  count: number,
  { width, gap }: { width: number; gap: number },
): number {
  return (width - gap * (count - 1)) / ratios;
}

function packedRow(entries: readonly LibraryEntry[], height: number): PackedRow {
  // Whole pixels, rounded down so that the row never wraps or scrolls.
  const pictureHeight = Math.floor(height);
  return {
    height: pictureHeight + GRID_ROW.text + GRID_ROW.space,
    pictureHeight,
    entries,
    widths: entries.map((entry) => Math.floor(ratioOf(entry) * height)),
  };
}

const ratios = new WeakMap<LibraryEntry, number>();

/** Width of the clip by its height. */
export function ratioOf(entry: LibraryEntry): number {
  let ratio = ratios.get(entry);
  if (ratio === undefined) {
    const [across = 1, down = 1] = resolveRequest(entry.request).aspectRatio.split(":").map(Number);
    ratio = across / down;
    ratios.set(entry, ratio);
  }
  return ratio;
}
