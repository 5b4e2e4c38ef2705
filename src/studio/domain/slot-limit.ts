/**
 * How many tasks Kirin runs at once for this key: learned from its refusals ("parallel task over resource pack limit"),
 * never guessed. Null until the first refusal, and while others use slots of which nothing is known here.
 */
export type SlotLimit = number | null;

/** Kirin refused one more while so many others had, or might have had, a slot. */
export function limitAfterRefusal(others: number): SlotLimit {
  return others > 0 ? others : null;
}

/** Kirin took one more, and now so many have a slot: what was learned before was too little. */
export function limitAfterAcceptance(limit: SlotLimit, taken: number): SlotLimit {
  return limit === null ? null : Math.max(limit, taken);
}

/** Whether one more would fit, as far as is known. */
export function hasFreeSlot(limit: SlotLimit, taken: number): boolean {
  return limit === null || taken < limit;
}
