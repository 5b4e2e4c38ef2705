/** The two sides of a comparison. */
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";

export const SIDES = ["left", "right"] as const;
export type Side = (typeof SIDES)[number];

/** One value per side. */
export type PerSide<Value> = Readonly<Record<Side, Value>>;

/** Maps the value of each side. */
export function mapSides<Value, Result>(
  { left, right }: PerSide<Value>,
  change: (value: Value, side: Side) => Result,
): PerSide<Result> {
  return { left: change(left, "left"), right: change(right, "right") };
}

/** The opposite side. */
export function otherSide(side: Side): Side {
  return side === "left" ? "right" : "left";
}

/** The clip on one side: from the library, or a file from the creator's disk. */
export interface SideClip {
  /** The entry's id, or a fixed name for a file. Identifies the side in the URL. */
  key: string;
  /** The side's display name, such as "Pro" or a file name. */
  name: string;
  /** Null for a file. */
  entry: LibraryEntry | null;
  /** The whole file. */
  blob: Blob;
}
