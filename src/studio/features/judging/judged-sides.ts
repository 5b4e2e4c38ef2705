/** The two judged clips, by side. */
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";

export interface Judged<Value> {
  left: Value;
  right: Value;
}

export type JudgedEntries = Judged<LibraryEntry>;

/** Display names of the two clips. */
export type JudgedNames = Judged<string>;

/** The side of the chosen clip; null for no difference. */
export function chosenSide(ids: Judged<string>, chosenId: string | null): "left" | "right" | null {
  if (chosenId === null) return null;
  return chosenId === ids.left ? "left" : "right";
}
