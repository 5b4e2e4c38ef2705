import { useEffect, useEffectEvent, useMemo, useState } from "react";
import { createComparison } from "#comparison/engine/create-comparison.ts";
import type { ClipMedia } from "#comparison/media/clip-media.ts";
import type { PerSide } from "#comparison/sides.ts";
import { comparisonSettings } from "#studio/preferences/preferences.ts";
import type { Compared } from "./compared.ts";
import type { SideClip } from "./side-clip.ts";

/** A side that is ready to decode. Keep the object stable while nothing in it changes. */
export interface ReadySide extends Omit<SideClip, "blob"> {
  media: ClipMedia;
}

type Core = Pick<Compared, "comparison" | "view">;

/**
 * Opens a comparison of two clips, and closes it on unmount or when a clip changes. Null until both are ready. `begin`
 * sets its initial state and creates its view store.
 */
export function useCompared(
  left: ReadySide | null,
  right: ReadySide | null,
  begin: (comparison: Compared["comparison"]) => Compared["view"],
): Compared | null {
  const [core, setCore] = useState<Core | null>(null);
  const leftMedia = left?.media;
  const rightMedia = right?.media;
  const open = useEffectEvent((media: PerSide<ClipMedia>): Core => {
    const comparison = createComparison(media, { volume: comparisonSettings });
    return { comparison, view: begin(comparison) };
  });

  useEffect(() => {
    if (!leftMedia || !rightMedia) return;
    const opened = open({ left: leftMedia, right: rightMedia });
    setCore(opened);
    return () => opened.comparison.close();
  }, [leftMedia, rightMedia]);

  // Until the effect runs, the old comparison briefly has the new names, so that its picture stays until it is
  // replaced.
  return useMemo(
    () => core && left && right && { ...core, sides: { left: toClip(left), right: toClip(right) } },
    [core, left, right],
  );
}

function toClip({ media, ...side }: ReadySide): SideClip {
  return { ...side, blob: media.blob };
}
