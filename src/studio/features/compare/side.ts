/** The two sides of a comparison. */
import type { LibraryEntry } from "#studio/domain/library-entry.ts";

export const SIDES = ["left", "right"] as const;
export type Side = (typeof SIDES)[number];

/** One of a kind for each side. */
export type PerSide<Value> = Readonly<Record<Side, Value>>;

/** The same done for each side. */
export function mapSides<Value, Result>(
  { left, right }: PerSide<Value>,
  change: (value: Value, side: Side) => Result,
): PerSide<Result> {
  return { left: change(left, "left"), right: change(right, "right") };
}

/** The side across. */
export function otherSide(side: Side): Side {
  return side === "left" ? "right" : "left";
}

/** What stands on one side: a clip of the library, or a file of the creator's disk. */
export interface SideClip {
  /** The entry's id, or a name made up for the file. Names the side in the address. */
  key: string;
  /** What the side is called on the screen, such as "Pro" or a file's name. */
  name: string;
  /** Null for a file. */
  entry: LibraryEntry | null;
  /** The whole clip's bytes. */
  blob: Blob;
}
