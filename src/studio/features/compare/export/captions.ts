/** The texts of exported pictures and videos: the names of both sides, and the time of each frame. */
import type { Timeline } from "#comparison/clock/timeline.ts";
import { CAPTION_COLOUR, type Caption, type Captions } from "#comparison/export/captions.ts";
import type { ExportView } from "#comparison/export/paint-frame.ts";
import { mapSides, type PerSide } from "#comparison/sides.ts";
import { formatDecimal } from "#messages/common.ts";
import * as messages from "#messages/export.ts";
import { modeOf } from "#studio/domain/life/pairs.ts";
import type { SideClip } from "../sides/side-clip.ts";

/** The same colours as on the stage (app/tokens.css). */
const MODE_COLOURS = { std: "oklch(0.8 0.1 190)", pro: "oklch(0.81 0.13 66)" } as const;

/** The names of two sides, in the colours of their modes if these differ. */
export function namesOf(sides: PerSide<SideClip>): PerSide<Caption> {
  const modes = mapSides(sides, ({ entry }) => entry && modeOf(entry));
  return mapSides(sides, ({ name: text }, side) => {
    const mode = modes.left === modes.right ? null : modes[side];
    return { text, colour: mode ? MODE_COLOURS[mode] : CAPTION_COLOUR };
  });
}

/** The captions of a view. Where both sides share one picture, they say how. */
export function captionsOf(sides: PerSide<SideClip>, view: ExportView): Captions {
  const captions = namesOf(sides);
  const names = mapSides(captions, ({ text }) => text);
  const inOne = (text: string) => ({ both: { text, colour: CAPTION_COLOUR } });
  switch (view.view) {
    case "overlay":
      return inOne(messages.overlaid(names, Math.round(view.opacity * 100)));
    case "difference":
      return inOne(messages.difference(names, view.gain));
    case "wipe": {
      if (!view.isHorizontal) return captions;
      const { left, right } = captions;
      return {
        left: { ...left, text: messages.aboveDivider(left.text) },
        right: { ...right, text: messages.belowDivider(right.text) },
      };
    }
    case "side":
      return captions;
  }
}

/** The time of a frame of the common timeline, and its frame numbers on both sides, counted from 1. */
export function frameText({ frameRate, frameOf }: Timeline, frame: number): string {
  return messages.frameLabel(
    formatDecimal(frame / frameRate, 2),
    frameOf("left", frame) + 1,
    frameOf("right", frame) + 1,
  );
}
