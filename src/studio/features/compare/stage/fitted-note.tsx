import { changedSides, type Fitted } from "#comparison/geometry/fitting.ts";
import type { Size } from "#comparison/geometry/shapes.ts";
import { SIDES } from "#comparison/sides.ts";
import { paragraph } from "#messages/common.ts";
import * as messages from "#messages/compare-stage.ts";
import { useStage } from "./use-stage.ts";

const sizeText = ({ width, height }: Size) => messages.size(width, height);

/**
 * Says how clips of different sizes are fitted into one frame; empty when nothing is scaled. A blind comparison always
 * shows it, because showing it for some pairs only would identify them.
 */
export function FittedNote({ isBlind }: { isBlind: boolean }) {
  const { model, names } = useStage();
  const { fitted } = model;
  if (!isBlind && changedSides(fitted).length === 0) return null;
  const text = isBlind
    ? messages.bothShownAt(sizeText(fitted.frame))
    : fittedSentence(fitted, names);
  return <p className="px-3 pb-2 text-12 text-on-stage-muted">{text}</p>;
}

/** Each clip's own size, and the size it is shown at when that differs. */
function fittedSentence(fitted: Fitted, names: { left: string; right: string }): string {
  const sentences = SIDES.map((side) => {
    const { own, rect, scale, hasBars } = fitted[side];
    if (scale === 1) return messages.shownAsIs(names[side], sizeText(own), hasBars);
    const shownAt = hasBars ? messages.shownAtWithBars : messages.shownAt;
    return shownAt(names[side], sizeText(own), sizeText(rect));
  });
  return paragraph(...sentences);
}
