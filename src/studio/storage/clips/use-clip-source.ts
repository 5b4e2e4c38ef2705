/** Chooses whether a clip is played from its copy on this device or from the server. */
import { useEffect, useState } from "react";
import { openClipUrl } from "./clip-urls.ts";

export interface ClipSource {
  /** Null while the copy is being looked up, and if there is nothing to show. */
  url: string | null;
  /** Whether `url` is the copy on this device. */
  isCopy: boolean;
  /** Chooses again after a playback error: a copy that was stored in the meantime, or the server instead of a copy. */
  chooseAgain(): void;
}

interface Choice {
  src: string | null;
  /** Whether to look for a copy at all. */
  isCopyWanted: boolean;
  /** How often the source was chosen again. */
  round: number;
  /** Null until the lookup ends, and if there is no copy. */
  copyUrl: string | null;
  isChosen: boolean;
}

function choose(src: string | null, isCopyWanted: boolean, round = 0): Choice {
  return { src, isCopyWanted, round, copyUrl: null, isChosen: !isCopyWanted };
}

/**
 * Chooses the source of `src` once, so that playback is not interrupted when a copy becomes available. `mayHaveCopy`
 * says whether to look for a copy. Without a `src` there is nothing to show.
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
