/** The two clips that are judged. */
import type { LibraryEntry } from "#studio/domain/library-entry.ts";

export interface Judged<Value> {
  left: Value;
  right: Value;
}

export type JudgedEntries = Judged<LibraryEntry>;

/** What each is called on the screen. */
export type JudgedNames = Judged<string>;

/** On which side the chosen one stands; null for no difference. */
export function chosenSide(ids: Judged<string>, chosenId: string | null): "left" | "right" | null {
  if (chosenId === null) return null;
  return chosenId === ids.left ? "left" : "right";
}
