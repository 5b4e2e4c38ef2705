import { Info } from "lucide-react";
import { useId, useState } from "react";
import { changedSides, type Fitted } from "#comparison/geometry/fitting.ts";
import type { Size } from "#comparison/geometry/shapes.ts";
import { SIDES } from "#comparison/sides.ts";
import { paragraph } from "#messages/common.ts";
import * as messages from "#messages/compare-stage.ts";
import { IconButton } from "#studio/ui/buttons/icon-button.tsx";
import { classes } from "#studio/ui/classes.ts";
import { outsideComposition } from "#studio/ui/shortcuts/composition.ts";
import { useStage } from "./use-stage.ts";

const sizeText = ({ width, height }: Size) => messages.size(width, height);

/**
 * A button that says how clips of different sizes are fitted into one frame; none when nothing is scaled. A blind
 * comparison always has it, because having it for some pairs only would identify them.
 */
export function FittedNote() {
  const { model, names, isBlind } = useStage();
  const { fitted } = model;
  if (!isBlind && changedSides(fitted).length === 0) return null;
  return (
    <FittedButton
      text={isBlind ? messages.bothShownAt(sizeText(fitted.frame)) : fittedSentence(fitted, names)}
    />
  );
}

function FittedButton({ text }: { text: string }) {
  const id = useId();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <div className="relative">
      <IconButton
        label={messages.fittedTitle}
        aria-describedby={id}
        aria-expanded={isOpen}
        icon={<Info size={16} />}
        onClick={() => setIsOpen(!isOpen)}
        onBlur={() => setIsOpen(false)}
        onKeyDown={outsideComposition((event) => {
          if (event.key !== "Escape" || !isOpen) return;
          event.preventDefault();
          setIsOpen(false);
        })}
      />
      {/* Always in the page, because it describes the button. */}
      <p
        id={id}
        className={classes(
          "absolute right-0 bottom-full z-10 mb-1 w-max max-w-[min(22rem,calc(100vw-2rem))] rounded-6 bg-raised px-3 py-2 text-12 text-ink shadow-lg inset-ring inset-ring-line",
          !isOpen && "hidden",
        )}
      >
        {text}
      </p>
    </div>
  );
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
