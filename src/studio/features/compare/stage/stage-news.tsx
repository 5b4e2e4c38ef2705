import { useSyncExternalStore } from "react";
import * as words from "#messages/compare-stage.ts";
import { Spinner } from "#studio/ui/spinner.tsx";
import type { ComparisonState } from "../engine/comparison.ts";
import { useStage } from "./use-stage.ts";

/** What keeps the picture from being shown: frames that are not there yet, or a decoder that gave up. */
export function StageNews() {
  const { names } = useStage();
  const isWaiting = useComparisonState((state) => !state.isReady || state.isBuffering);
  const failedSide = useComparisonState((state) => state.failedSide);
  if (failedSide) {
    return (
      <p
        role="alert"
        className="absolute inset-x-4 bottom-4 mx-auto w-fit rounded-6 bg-stage/80 px-3 py-2 text-center text-13"
      >
        {words.failed(names[failedSide])}
      </p>
    );
  }
  if (!isWaiting) return null;
  return (
    <div className="pointer-events-none absolute inset-0 grid place-items-center">
      <Spinner className="size-8 opacity-80 transition-opacity delay-300 starting:opacity-0" />
    </div>
  );
}

function useComparisonState<Part>(pick: (state: ComparisonState) => Part): Part {
  const { comparison } = useStage().model.compared;
  return useSyncExternalStore(comparison.subscribe, () => pick(comparison.getState()));
}
