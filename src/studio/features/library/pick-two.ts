/** Picking two of many. */

/** Ids in the order in which they were picked: at most two, of which the first one stands left. */
export type Picked = readonly string[];

export const PICKED_MAX = 2;

/** Picks one, or takes it back. A third one takes the place of the one that was picked first. */
export function togglePick(picked: Picked, id: string): Picked {
  if (picked.includes(id)) return picked.filter((other) => other !== id);
  return [...picked, id].slice(-PICKED_MAX);
}
