/** Which clips are selected. Pure. */

/** In the order in which they were selected. */
export interface Selection {
  ids: readonly string[];
  /** Where a range starts: the clip that was selected or deselected last. */
  anchorId: string | null;
}

export const NOTHING_SELECTED: Selection = { ids: [], anchorId: null };

/** Selects a clip, or deselects it. */
export function toggled({ ids }: Selection, id: string): Selection {
  const isSelected = ids.includes(id);
  return {
    ids: isSelected ? ids.filter((other) => other !== id) : [...ids, id],
    anchorId: id,
  };
}

/** Selects all clips from the anchor to a clip, in the order in which they are shown. */
export function extended(
  { ids, anchorId }: Selection,
  toId: string,
  shownIds: readonly string[],
): Selection {
  const from = shownIds.indexOf(anchorId ?? toId);
  const to = shownIds.indexOf(toId);
  if (from < 0 || to < 0) return toggled({ ids, anchorId }, toId);
  const range = shownIds.slice(Math.min(from, to), Math.max(from, to) + 1);
  const inOrder = from <= to ? range : range.toReversed();
  return { ids: [...new Set([...ids, ...inOrder])], anchorId: anchorId ?? toId };
}

/** Selects everything that is shown. */
export function allSelected(shownIds: readonly string[]): Selection {
  return { ids: shownIds, anchorId: shownIds[0] ?? null };
}
