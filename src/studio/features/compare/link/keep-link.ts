/** Writes the address behind a comparison that changes. */
import type { Compared } from "../compared.ts";
import { formatCompareLink, type LinkState } from "./compare-link.ts";
import { readLinkState, withoutUsual } from "./link-state.ts";

/** Browsers refuse addresses that change too often (Safari: a hundred times in thirty seconds). */
export const LINK_WRITE_MS = 500;

interface LinkKeeper {
  write: (link: LinkState) => void;
  /** Calls back after so many milliseconds; gives what calls it off. */
  setTimer: (callback: () => void, ms: number) => () => void;
}

/**
 * Follows a comparison until the returned function is called. A change is written a little later, so that nothing has to
 * wait for the address; nothing is written while it only plays on.
 */
export function keepLink(
  compared: Pick<Compared, "comparison" | "view">,
  { write, setTimer }: LinkKeeper,
): () => void {
  const { comparison, view } = compared;
  let restFrame = comparison.getState().frame;
  let written = textOf(read());
  let cancelTimer: (() => void) | null = null;

  function read(): LinkState {
    return withoutUsual(readLinkState(compared, restFrame), comparison);
  }

  function handleChange() {
    const { isPlaying, frame } = comparison.getState();
    if (!isPlaying) restFrame = frame;
    cancelTimer ??= setTimer(handleTime, LINK_WRITE_MS);
  }

  function handleTime() {
    cancelTimer = null;
    const link = read();
    const text = textOf(link);
    if (text === written) return;
    written = text;
    write(link);
  }

  const ends = [comparison.subscribe(handleChange), view.subscribe(handleChange)];
  return () => {
    for (const end of ends) end();
    cancelTimer?.();
  };
}

function textOf(link: LinkState): string {
  return formatCompareLink(link).toString();
}
