import * as words from "#messages/compare-stage.ts";
import { SIDES } from "../side.ts";
import { changedSides, type Fitted } from "./fitting.ts";
import type { Size } from "./geometry.ts";
import { useStage } from "./use-stage.ts";

const sizeText = ({ width, height }: Size) => words.size(width, height);

/**
 * What was done to show two sizes in one frame; nothing where nothing was done. Judged blind it is always said: to say it
 * of some pairs alone would tell which they are.
 */
export function FittedNote({ isBlind }: { isBlind: boolean }) {
  const { model, names } = useStage();
  const { fitted } = model;
  if (!isBlind && changedSides(fitted).length === 0) return null;
  const text = isBlind ? words.bothShownAt(sizeText(fitted.frame)) : fittedSentence(fitted, names);
  return <p className="px-3 pb-2 text-12 text-on-stage-muted">{text}</p>;
}

/** Each side's own size, and the size at which it is shown where that is another one. */
function fittedSentence(fitted: Fitted, names: { left: string; right: string }): string {
  const parts = SIDES.map((side) => {
    const { own, rect, scale, hasBars } = fitted[side];
    const sentence =
      scale === 1
        ? words.shownAsIs(names[side], sizeText(own))
        : words.shownAt(names[side], sizeText(own), sizeText(rect));
    return hasBars ? words.withBars(sentence) : sentence;
  });
  return `${parts.join(". ")}.`;
}
