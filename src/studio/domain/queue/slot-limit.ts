/**
 * How many tasks Kirin runs in parallel for this key. It is learned from Kirin's refusals ("parallel task over resource
 * pack limit") and never guessed. Null until the first refusal, and while other programs use an unknown number of
 * slots.
 */
export type SlotLimit = number | null;

/** The limit after Kirin refused another task while `others` tasks had, or might have had, a slot. */
export function limitAfterRefusal(others: number): SlotLimit {
  return others > 0 ? others : null;
}

/**
 * The limit after Kirin accepted another task and `taken` tasks have a slot. A lower limit learned before was wrong.
 */
export function limitAfterAcceptance(limit: SlotLimit, taken: number): SlotLimit {
  return limit === null ? null : Math.max(limit, taken);
}

/** Whether another task would fit, as far as is known. */
export function hasFreeSlot(limit: SlotLimit, taken: number): boolean {
  return limit === null || taken < limit;
}
