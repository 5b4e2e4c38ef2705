/** The names of both sides in an export, in the colours of their modes if these differ. */

import { mapSides, type PerSide } from "#comparison/sides.ts";
import { modeOf } from "#studio/domain/life/pairs.ts";
import type { SideClip } from "../sides/side-clip.ts";

export interface SideLabel {
  name: string;
  /** A CSS colour for a canvas. */
  colour: string;
}

export const TEXT_COLOUR = "oklch(0.96 0 0)";
/** The same colours as on the stage (app/tokens.css). */
const MODE_COLOURS = { std: "oklch(0.8 0.1 190)", pro: "oklch(0.81 0.13 66)" } as const;

/** The labels of two sides. */
export function labelsOf(sides: PerSide<SideClip>): PerSide<SideLabel> {
  const modes = mapSides(sides, ({ entry }) => entry && modeOf(entry));
  return mapSides(sides, ({ name }, side) => {
    const mode = modes.left === modes.right ? null : modes[side];
    return { name, colour: mode ? MODE_COLOURS[mode] : TEXT_COLOUR };
  });
}
