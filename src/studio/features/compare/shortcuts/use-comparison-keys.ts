import { useEffect, useRef } from "react";
import type { Comparison } from "#comparison/engine/comparison.ts";
import { canBeHeard } from "#comparison/media/clip-media.ts";
import type { Heard } from "#comparison/sound/heard.ts";
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

/** Handles the transport's shortcuts anywhere on the page, unless the focused element uses the key. */
export function useComparisonKeys(
  region: HTMLElement | null,
  comparison: Comparison,
  { hasSound, toggleFullScreen, openSheet }: KeyOptions,
): void {
  const heard = useStore(comparison, (state) => state.heard);
  const lastHeard = useRef<Heard>(canBeHeard(comparison.media.left) ? "left" : "right");
  useEffect(() => {
    if (heard !== "none") lastHeard.current = heard;
  }, [heard]);

  useShortcuts(region, TABLE, {
    comparison,
    toggleSound() {
      if (hasSound) comparison.setHeard(heard === "none" ? lastHeard.current : "none");
    },
    toggleFullScreen: () => toggleFullScreen?.(),
    openSheet,
  });
}
