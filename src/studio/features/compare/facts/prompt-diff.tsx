/** Two texts side by side, with their differences marked. */
import { type ReactNode, useMemo } from "react";
import { type PerSide, SIDES, type Side } from "#comparison/sides.ts";
import * as messages from "#messages/compare-facts.ts";
import { classes } from "#studio/ui/classes.ts";
import { type DiffPiece, diffWords } from "./word-diff.ts";

interface PromptDiffProps {
  title: string;
  sameText: string;
  /** Null if the side has no request. */
  texts: PerSide<string | null>;
  names: PerSide<string>;
}

/** Shows the text once if both are equal. Screen readers get a list of the marked words. */
export function PromptDiff({ title, sameText, texts, names }: PromptDiffProps) {
  const { left, right } = texts;
  const pieces = useMemo(
    () => (left === null || right === null ? null : diffWords(left, right)),
    [left, right],
  );
  return (
    <section className="grid gap-1.5">
      <h2 className="text-13 font-medium">{title}</h2>
      {pieces !== null && left === right ? (
        <>
          <p className="text-12 text-muted">{sameText}</p>
          <p dir="auto" className="max-w-prose text-13 whitespace-pre-wrap wrap-anywhere">
            {left}
          </p>
        </>
      ) : (
        <div className="grid gap-x-6 gap-y-3 sm:grid-cols-2">
          {SIDES.map((side) => (
            <div key={side} className="grid content-start gap-1">
              <h3 className="text-12 text-muted">{names[side]}</h3>
              <p dir="auto" className="text-13 whitespace-pre-wrap wrap-anywhere">
                {pieces === null ? (
                  (texts[side] ?? <span className="text-muted">{messages.unknown}</span>)
                ) : (
                  <Marked pieces={pieces} side={side} />
                )}
              </p>
              {pieces !== null && <OnlyHere pieces={pieces} side={side} />}
            </div>
          ))}
        </div>
      )}
    </section>
  );
}

interface MarkedProps {
  pieces: readonly DiffPiece[];
  side: Side;
}

function Marked({ pieces, side }: MarkedProps): ReactNode {
  if (!pieces.some(({ kind }) => kind === "same" || kind === side)) {
    return <span className="text-muted">{messages.none}</span>;
  }
  let position = 0;
  return pieces.map(({ kind, text }) => {
    position += text.length;
    if (kind === "same") return <span key={position}>{text}</span>;
    if (kind !== side) return null;
    const Change = side === "left" ? "del" : "ins";
    return (
      <Change
        key={position}
        className={classes(
          "rounded-6 px-0.5 underline decoration-2 underline-offset-2",
          // Underlined, not struck through, because neither text is wrong.
          "bg-pressed decoration-ink",
        )}
      >
        {text}
      </Change>
    );
  });
}

/** Lists the marked words for screen readers, which do not announce the marks. */
function OnlyHere({ pieces, side }: MarkedProps) {
  const own = pieces
    .filter(({ kind }) => kind === side)
    .map(({ text }) => text.trim())
    .filter((text) => text !== "");
  if (own.length === 0) return null;
  return <p className="sr-only">{messages.onlyIn(own)}</p>;
}
