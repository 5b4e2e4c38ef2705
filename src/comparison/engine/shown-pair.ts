/** The pair on screen. Reuses a picture that stays, and closes each one that goes. */
import { createStore } from "#store/create-store.ts";
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
  /** Calls `listener` with each new pair, and immediately with the current one. Returns a disposer. */
  onShown(listener: (shown: ShownFrames) => void): () => void;
  /** Shows a frame's pair and closes the previous one. Returns false if one of the pictures is not available. */
  show(frame: number, wanted: PerSide<WantedPicture>): boolean;
  close(): void;
}

/** Makes a picture, to be closed here; null if it is not available. */
type TakePicture = (side: Side, wanted: WantedPicture) => VideoFrame | null;

type Picture = ShownFrame & WantedPicture;

/** Starts with nothing shown. */
export function createShownPair(take: TakePicture): ShownPair {
  let pictures: PerSide<Picture> | null = null;
  const shown = createStore<ShownFrames | null>(null);

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
      return shown.getState();
    },
    onShown(listener) {
      const current = shown.getState();
      if (current) listener(current);
      return shown.subscribe((next) => next && listener(next));
    },
    show(frame, wanted) {
      const before = pictures;
      const next = takeBoth(wanted);
      if (!next) return false;
      const isSame = SIDES.every((side) => before?.[side] === next[side]);
      if (isSame && shown.getState()?.frame === frame) return true;
      pictures = next;
      shown.set({ frame, ...next });
      for (const side of SIDES) {
        if (before && before[side] !== next[side]) before[side].image.close();
      }
      return true;
    },
    close() {
      for (const side of SIDES) pictures?.[side].image.close();
      pictures = null;
      shown.set(null);
    },
  };
}
