/** What the sides are called on the stage, and in which colours. */

import { blindNames } from "#messages/compare-stage.ts";
import { modeOf } from "#studio/domain/pairs.ts";
import { mapSides, type PerSide, type SideClip } from "../side.ts";

export interface SideLook {
  name: string;
  /** The mode's colour where the modes tell the sides apart. */
  tone: "std" | "pro" | "neutral";
}

/** Names and colours; judged blind, letters that tell nothing. */
export function sideLooks(sides: PerSide<SideClip>, isBlind: boolean): PerSide<SideLook> {
  if (isBlind) return mapSides(blindNames, (name) => ({ name, tone: "neutral" }));
  const modes = mapSides(sides, ({ entry }) => entry && modeOf(entry));
  const isTelling = modes.left !== null && modes.right !== null && modes.left !== modes.right;
  return mapSides(sides, ({ name }, side) => ({
    name,
    tone: (isTelling ? modes[side] : null) ?? "neutral",
  }));
}
