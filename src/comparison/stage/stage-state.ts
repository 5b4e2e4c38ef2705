/** The transient state of a stage, which is not kept in the URL. */
import type { Point, Size } from "../geometry/shapes.ts";
import type { Side } from "../sides.ts";

export interface StageState {
  /** The canvas size in device pixels. */
  canvas: Size;
  pixelRatio: number;
  /** The side currently shown by a blinking view. */
  blinkSide: Side;
  /** Shows the right side while a key or the button is held. */
  isHeld: boolean;
  isLoupeOn: boolean;
  /** The inspected point in canvas pixels; null until the pointer has been over the picture. */
  pointer: Point | null;
  /** Whether a blink period was chosen here, not only by the URL. Reduced motion then no longer prevents blinking. */
  hasAskedToBlink: boolean;
}

/** A stage before it is mounted. */
export const INITIAL_STAGE: StageState = {
  canvas: { width: 0, height: 0 },
  pixelRatio: 1,
  blinkSide: "left",
  isHeld: false,
  isLoupeOn: false,
  pointer: null,
  hasAskedToBlink: false,
};
