import * as words from "#words/compare-transport.ts";
import type { Comparison } from "../engine/comparison.ts";
import { useSelected } from "./use-selected.ts";

/** What does not go as it should: waiting for frames, and how many were left out. */
export function TroubleNote({ comparison }: { comparison: Comparison }) {
  const isWaiting = useSelected(comparison, (state) => state.isBuffering);
  const dropped = useSelected(comparison, (state) => state.droppedFrames);
  return (
    <p className="flex flex-wrap gap-x-3 text-12 tabular-nums text-on-stage-muted empty:hidden">
      {dropped > 0 && <span title={words.droppedWhy}>{words.dropped(dropped)}</span>}
      {isWaiting && (
        <span className="transition-opacity delay-300 starting:opacity-0">{words.waiting}</span>
      )}
    </p>
  );
}
