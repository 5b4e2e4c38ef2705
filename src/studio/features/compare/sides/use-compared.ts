import { useEffect, useEffectEvent, useMemo, useState } from "react";
import type { Compared } from "../compared.ts";
import type { ClipMedia } from "../engine/clip-media.ts";
import { createComparison } from "../engine/create-comparison.ts";
import type { PerSide, SideClip } from "../side.ts";

/** A side that can be decoded. Give the same object as long as nothing of it changes. */
export interface ReadySide extends Omit<SideClip, "blob"> {
  media: ClipMedia;
}

type Core = Pick<Compared, "comparison" | "view">;

/**
 * Opens a comparison of two clips, and closes it with the component or when one of them is another. Null until then.
 * `begin` brings it to where it is to begin, and makes the store of its view.
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
    const comparison = createComparison(media);
    return { comparison, view: begin(comparison) };
  });

  useEffect(() => {
    if (!leftMedia || !rightMedia) return;
    const opened = open({ left: leftMedia, right: rightMedia });
    setCore(opened);
    return () => opened.comparison.close();
  }, [leftMedia, rightMedia]);

  // For one moment the old comparison stands under the names of new clips: its picture stays until there is another.
  return useMemo(
    () => core && left && right && { ...core, sides: { left: toClip(left), right: toClip(right) } },
    [core, left, right],
  );
}

function toClip({ media, ...side }: ReadySide): SideClip {
  return { ...side, blob: media.blob };
}
