/** The two sides of a comparison. */

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
