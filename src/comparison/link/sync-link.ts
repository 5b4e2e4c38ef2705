/** Keeps the URL in step with a comparison. */
import type { OpenComparison } from "#comparison/stage/open-comparison.ts";
import { formatCompareLink, type LinkState } from "./compare-link.ts";
import { readLinkState, withoutDefaults } from "./link-state.ts";

/** Browsers limit the rate of URL changes (Safari: 100 in 30 seconds). */
export const LINK_WRITE_MS = 500;

interface LinkWriter {
  write: (link: LinkState) => void;
  /** Calls back after a delay. Returns a disposer. */
  setTimer: (callback: () => void, ms: number) => () => void;
}

/**
 * Follows a comparison. Changes are written with a delay, so that interaction never waits for the URL; playback alone
 * writes nothing. Returns a disposer.
 */
export function syncLink(compared: OpenComparison, { write, setTimer }: LinkWriter): () => void {
  const { comparison, view } = compared;
  let pausedFrame = comparison.getState().frame;
  let written = textOf(read());
  let cancelTimer: (() => void) | null = null;

  function read(): LinkState {
    return withoutDefaults(readLinkState(compared, pausedFrame), comparison);
  }

  function handleChange() {
    const { isPlaying, frame } = comparison.getState();
    if (!isPlaying) pausedFrame = frame;
    cancelTimer ??= setTimer(writeLink, LINK_WRITE_MS);
  }

  function writeLink() {
    cancelTimer = null;
    const link = read();
    const text = textOf(link);
    if (text === written) return;
    written = text;
    write(link);
  }

  const disposers = [comparison.subscribe(handleChange), view.subscribe(handleChange)];
  return () => {
    for (const dispose of disposers) dispose();
    cancelTimer?.();
  };
}

function textOf(link: LinkState): string {
  return formatCompareLink(link).toString();
}
