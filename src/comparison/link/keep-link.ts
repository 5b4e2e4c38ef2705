/** Keeps the URL in step with a comparison. */
import type { OpenComparison } from "../stage/open-comparison.ts";
import { formatCompareLink, type LinkState } from "./compare-link.ts";
import { readLinkState, withoutUsual } from "./link-state.ts";

/** Browsers limit the rate of URL changes (Safari: 100 in 30 seconds). */
export const LINK_WRITE_MS = 500;

interface LinkKeeper {
  write: (link: LinkState) => void;
  /** Calls back after a delay. Returns a disposer. */
  setTimer: (callback: () => void, ms: number) => () => void;
}

/**
 * Follows a comparison. Changes are written with a delay, so that interaction never waits for the URL; playback alone
 * writes nothing. Returns a disposer.
 */
export function keepLink(compared: OpenComparison, { write, setTimer }: LinkKeeper): () => void {
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
