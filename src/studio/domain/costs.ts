/** What a generation cost. */
import { isCountable, type Money } from "#kirin/money.ts";
import { statusOfWord } from "#kirin/task-status.ts";
import { chargesOf } from "#kirin/usage.ts";
import type { LibraryEntry } from "./library-entry.ts";

/** What Kirin charged, one amount for each unit; empty where it reported nothing. */
export function costsOf({ generation }: Pick<LibraryEntry, "generation">): Money[] {
  if (generation === null) return [];
  const { usage, unknownFields, upstreamStatus } = generation;
  // Rows that were kept before bills were read have them among the fields without a name.
  const isCompleted = statusOfWord(upstreamStatus) === "completed";
  const billing = isCompleted ? unknownFields.billing : undefined;
  return chargesOf({ billing, ...usage, cost: usage?.cost ?? null });
}

/** The cost where it is one plain number in one unit, so that it can be compared; else null. */
export function comparableCost(entry: LibraryEntry | null): Money | null {
  const [cost, ...others] = entry === null ? [] : costsOf(entry);
  return cost !== undefined && others.length === 0 && isCountable(cost) ? cost : null;
}
