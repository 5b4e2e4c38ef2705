import { type TouchEvent, useRef } from "react";
import type { Direction } from "./neighbours.ts";
import { swipeDirection } from "./swipe.ts";

/** Controls with a use of their own for a sideways movement. */
const DRAGGED = "input, select, textarea";

/** Handlers of an element that is swiped with one finger. */
export function useSwipe(onSwipe: (direction: Direction) => void) {
  const from = useRef<{ x: number; y: number } | null>(null);
  return {
    onTouchStart({ touches, target }: TouchEvent) {
      const touch = touches.length === 1 ? touches[0] : undefined;
      const isDrag = target instanceof Element && target.closest(DRAGGED) !== null;
      from.current = touch && !isDrag ? { x: touch.clientX, y: touch.clientY } : null;
    },
    onTouchEnd({ changedTouches }: TouchEvent) {
      const touch = changedTouches[0];
      if (from.current === null || !touch) return;
      const direction = swipeDirection(from.current, { x: touch.clientX, y: touch.clientY });
      from.current = null;
      if (direction !== null) onSwipe(direction);
    },
    onTouchCancel() {
      from.current = null;
    },
  };
}
