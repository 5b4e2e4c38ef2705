/** Names and colours of the sides on the stage. */

import { mapSides, type PerSide } from "#comparison/sides.ts";
import { blindNames } from "#messages/compare-stage.ts";
import { modeOf } from "#studio/domain/life/pairs.ts";
import type { SideClip } from "../sides/side-clip.ts";

export interface SideLook {
  name: string;
  /** The mode's colour if the modes differ, otherwise neutral. */
  tone: "std" | "pro" | "neutral";
}

/** Returns names and colours; neutral letters in a blind comparison. */
export function sideLooks(sides: PerSide<SideClip>, isBlind: boolean): PerSide<SideLook> {
  if (isBlind) return mapSides(blindNames, (name) => ({ name, tone: "neutral" }));
  const modes = mapSides(sides, ({ entry }) => entry && modeOf(entry));
  const areModesDifferent =
    modes.left !== null && modes.right !== null && modes.left !== modes.right;
  return mapSides(sides, ({ name }, side) => ({
    name,
    tone: (areModesDifferent ? modes[side] : null) ?? "neutral",
  }));
}
