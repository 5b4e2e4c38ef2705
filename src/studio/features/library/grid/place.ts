/** The place in the library: which clip is at the top of the window, and how far it is scrolled out of it. */
import { type ClipLayout, rowsBetween } from "../layout/clip-layout.ts";

/** A place that stays valid when the window gets another width or new clips are added. */
export interface Place {
  /** First clip of the row at the top of the window. */
  id: string;
  /** How far the row's top is above that of the window, in CSS pixels. */
  above: number;
}

/** The place at a scroll position inside the layout. Null at the very top. */
export function placeAt(layout: ClipLayout, scrolled: number): Place | null {
  if (scrolled <= 0) return null;
  for (const row of layout.rows.slice(rowsBetween(layout, scrolled, scrolled + 1).start)) {
    const id = row.kind === "clips" ? row.entries[0]?.id : undefined;
    if (id !== undefined) return { id, above: scrolled - row.top };
  }
  return null;
}

/** The scroll position of a place. Null if its clip is not in the layout. */
export function positionOf(layout: ClipLayout, { id, above }: Place): number | null {
  const index = layout.rowIndexOf.get(id);
  const row = index === undefined ? undefined : layout.rows[index];
  return row === undefined ? null : row.top + above;
}
