/** Where a clip is shown from: its copy on this device, or the server. */
import { useEffect, useState } from "react";
import { openClipUrl } from "./clip-urls.ts";

export interface ClipSource {
  /** Null while the copy is looked for, and where there is nothing to show. */
  url: string | null;
  /** Whether it is the copy on this device. */
  isCopy: boolean;
  /** Chooses once more, after the clip could not be played: a copy that has come since, or the server in place of a copy. */
  chooseAgain(): void;
}

interface Choice {
  src: string | null;
  /** The copy is looked for, or not at all. */
  isCopyWanted: boolean;
  /** How often it was chosen anew. */
  round: number;
  /** Null until it was looked for, and when there is none. */
  copyUrl: string | null;
  isChosen: boolean;
}

function choose(src: string | null, isCopyWanted: boolean, round = 0): Choice {
  return { src, isCopyWanted, round, copyUrl: null, isChosen: !isCopyWanted };
}

/**
 * Chooses where `src` comes from, once: a clip that plays is not disturbed when its copy arrives. `mayHaveCopy` says
 * whether it makes sense to look for one. Without a `src` there is nothing to show.
 */
export function useClipSource(src: string | null, mayHaveCopy: boolean): ClipSource {
  const [choice, setChoice] = useState(() => choose(src, mayHaveCopy));
  if (choice.src !== src) setChoice(choose(src, mayHaveCopy));
  const { isCopyWanted, round, copyUrl, isChosen } = choice;

  useEffect(() => {
    if (src === null || !isCopyWanted) return;
    let isGone = false;
    const use = openClipUrl(src);
    void use.url.then((url) => {
      if (!isGone) setChoice({ ...choose(src, isCopyWanted, round), copyUrl: url, isChosen: true });
    });
    return () => {
      isGone = true;
      use.end();
    };
  }, [src, isCopyWanted, round]);

  return {
    url: isChosen ? (copyUrl ?? src) : null,
    isCopy: copyUrl !== null,
    chooseAgain: () => setChoice(choose(src, copyUrl === null, round + 1)),
  };
}
