/** The pair on screen. Reuses a picture that stays, and closes each one that goes. */
import { type PerSide, SIDES, type Side } from "../sides.ts";
import type { ShownFrame, ShownFrames } from "./comparison.ts";

/** The quality of a pair. Full frames replace sketches when both sides have them. */
export type Detail = "full" | "sketch";

/** A frame of a side's own clip at a quality. */
export interface WantedPicture {
  index: number;
  detail: Detail;
}

export interface ShownPair {
  readonly current: ShownFrames | null;
  /** Shows a frame's pair and closes the previous one. Returns false if one of the pictures is not available. */
  show(frame: number, wanted: PerSide<WantedPicture>): boolean;
  close(): void;
}

interface ShownPairOptions {
  /** Makes a picture, to be closed here; null if it is not available. */
  take(side: Side, wanted: WantedPicture): VideoFrame | null;
  /** A new pair is shown. The previous one is closed after this call. */
  onShown(shown: ShownFrames): void;
}

type Picture = ShownFrame & WantedPicture;

/** Starts with nothing shown. */
export function createShownPair({ take, onShown }: ShownPairOptions): ShownPair {
  let pictures: PerSide<Picture> | null = null;
  let current: ShownFrames | null = null;

  /** Reuses the current picture if it is the same. */
  function takeOrReuse(side: Side, wanted: WantedPicture): Picture | null {
    const before = pictures?.[side];
    if (before?.index === wanted.index && before.detail === wanted.detail) return before;
    const image = take(side, wanted);
    return image && { ...wanted, image };
  }

  function takeBoth(wanted: PerSide<WantedPicture>): PerSide<Picture> | null {
    const left = takeOrReuse("left", wanted.left);
    const right = left && takeOrReuse("right", wanted.right);
    if (left && right) return { left, right };
    if (left && left !== pictures?.left) left.image.close();
    return null;
  }

  return {
    get current() {
      return current;
    },
    show(frame, wanted) {
      const before = pictures;
      const next = takeBoth(wanted);
      if (!next) return false;
      const isSame = SIDES.every((side) => before?.[side] === next[side]);
      if (isSame && current?.frame === frame) return true;
      pictures = next;
      current = { frame, ...next };
      onShown(current);
      for (const side of SIDES) {
        if (before && before[side] !== next[side]) before[side].image.close();
      }
      return true;
    },
    close() {
      for (const side of SIDES) pictures?.[side].image.close();
      pictures = null;
      current = null;
    },
  };
}
