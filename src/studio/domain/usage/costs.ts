/** The cost of a generation. */

import { statusOfWord } from "#kirin/task-status.ts";
import { chargesOf } from "#kirin/usage.ts";
import { isDecimalAmount, type Money } from "#kirin/values/money.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";

/** What Kirin charged, one amount per unit. Empty if it reported nothing. */
export function costsOf({ generation }: Pick<LibraryEntry, "generation">): Money[] {
  if (generation === null) return [];
  const { usage, unknownFields, upstreamStatus } = generation;
  // Entries stored before the proxy parsed billing data have it in `unknownFields`.
  const isCompleted = statusOfWord(upstreamStatus) === "completed";
  const billing = isCompleted ? unknownFields.billing : undefined;
  return chargesOf({ billing, ...usage, cost: usage?.cost ?? null });
}

/** The cost if it is a single plain number, so that it can be compared. Otherwise null. */
export function comparableCost(entry: LibraryEntry | null): Money | null {
  const [cost, ...others] = entry === null ? [] : costsOf(entry);
  return cost !== undefined && others.length === 0 && isDecimalAmount(cost) ? cost : null;
}
