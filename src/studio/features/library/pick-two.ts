/** Picking two clips. */

/** Ids in the order of picking, at most two. The first one is shown on the left. */
export type Picked = readonly string[];

export const PICKED_MAX = 2;

/** Picks or unpicks a clip. A third pick replaces the first. */
export function togglePick(picked: Picked, id: string): Picked {
  if (picked.includes(id)) return picked.filter((other) => other !== id);
  return [...picked, id].slice(-PICKED_MAX);
}
