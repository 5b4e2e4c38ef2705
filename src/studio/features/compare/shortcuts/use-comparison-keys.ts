import { useEffect, useRef } from "react";
import type { Comparison } from "#comparison/engine/comparison.ts";
import { canBeHeard } from "#comparison/media/clip-media.ts";
import type { AudibleSide } from "#comparison/sound/audible-side.ts";
import { useStore } from "#studio/store/use-store.ts";
import { useShortcuts } from "#studio/ui/shortcuts/use-shortcuts.ts";
import { TRANSPORT_SHORTCUTS } from "./transport-shortcuts.ts";

interface KeyOptions {
  /** Whether there is sound to toggle. */
  hasSound: boolean;
  toggleFullScreen: (() => void) | undefined;
  openSheet: () => void;
}

const TABLE = Object.values(TRANSPORT_SHORTCUTS);

/** Handles the transport's shortcuts. */
export function useComparisonKeys(
  region: HTMLElement | null,
  comparison: Comparison,
  { hasSound, toggleFullScreen, openSheet }: KeyOptions,
): void {
  const audible = useStore(comparison, (state) => state.audible);
  const lastAudible = useRef<AudibleSide>(canBeHeard(comparison.media.left) ? "left" : "right");
  useEffect(() => {
    if (audible !== "none") lastAudible.current = audible;
  }, [audible]);

  useShortcuts(region, TABLE, {
    comparison,
    toggleSound() {
      if (hasSound) comparison.setAudible(audible === "none" ? lastAudible.current : "none");
    },
    toggleFullScreen: () => toggleFullScreen?.(),
    openSheet,
  });
}
