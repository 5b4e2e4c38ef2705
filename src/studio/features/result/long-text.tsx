import { useState } from "react";
import { countCharacters } from "#kirin/parameters.ts";
import { showAll, showLess } from "#messages/result.ts";

/** About six lines at the width of the details. */
const SHORT_MAX_CHARACTERS = 280;

/** A text with its line breaks. A long one is cut until expanded. */
export function LongText({ text }: { text: string }) {
  const [isOpen, setIsOpen] = useState(false);
  const isLong = countCharacters(text) > SHORT_MAX_CHARACTERS || text.split("\n").length > 6;
  if (!isLong) return <bdi className="whitespace-pre-wrap">{text}</bdi>;
  return (
    <>
      <span
        dir="auto"
        className={isOpen ? "block whitespace-pre-wrap" : "line-clamp-6 whitespace-pre-wrap"}
      >
        {text}
      </span>
      <button
        type="button"
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
        className="rounded-6 text-muted underline underline-offset-2 hover:text-ink pointer-coarse:min-h-11"
      >
        {isOpen ? showLess : showAll}
      </button>
    </>
  );
}
