/** Interprets pointers on the picture. Uses canvas pixels and does not depend on the DOM. */
import type { Point } from "../geometry/shapes.ts";
import { dividerAt } from "../geometry/stage-geometry.ts";
import type { StageModel } from "./stage-model.ts";

/** How close to the divider a press must be to grab it, in CSS pixels. */
const GRAB_DISTANCE = { mouse: 14, touch: 28 };
/** How far a press must move to count as a drag, in CSS pixels, so that a click moves nothing. */
const DRAG_THRESHOLD = 4;

/** The current position of one pointer. */
export interface Press {
  id: number;
  point: Point;
  isTouch: boolean;
}

export interface Gestures {
  down: (press: Press) => void;
  /** Also called when nothing is pressed. */
  move: (press: Press) => void;
  up: (id: number) => void;
}

/**
 * One pointer drags the divider when near it. Otherwise it pans the picture when zoomed in, and drags the divider from
 * anywhere when not. Two fingers pinch. With the loupe on, a finger moves the loupe.
 */
export function createGestures(model: StageModel): Gestures {
  const pressed = new Map<number, Point>();
  let drag: "none" | "divider" | "picture" | "loupe" = "none";
  let start: Point | null = null;

  function isNearDivider({ point, isTouch }: Press): boolean {
    const view = model.view.getState();
    const { panes, pixelRatio } = model.geometry();
    const [pane] = panes;
    if (view.view !== "wipe" || !pane) return false;
    const away = (view.isHorizontal ? point.y : point.x) - dividerAt(pane.seen, view);
    return Math.abs(away) <= (isTouch ? GRAB_DISTANCE.touch : GRAB_DISTANCE.mouse) * pixelRatio;
  }

  /** A finger moving along the divider scrolls the page instead. */
  function isAlongDivider(from: Point, to: Point): boolean {
    const [across, along] = [Math.abs(to.x - from.x), Math.abs(to.y - from.y)];
    return model.view.getState().isHorizontal ? across > along : along > across;
  }

  function whatToDrag(press: Press): typeof drag {
    if (isNearDivider(press)) return "divider";
    if (press.isTouch && model.getState().isLoupeOn) return "loupe";
    if (model.canPan()) return "picture";
    return model.view.getState().view === "wipe" ? "divider" : "none";
  }

  function pinch(before: readonly [Point, Point], after: readonly [Point, Point]) {
    const from = midpoint(before);
    const to = midpoint(after);
    const wider = distance(after) / Math.max(distance(before), 1);
    // Zoom before panning: a fully visible picture cannot be panned.
    model.zoomTo(model.scale() * wider, from);
    model.pan({ x: to.x - from.x, y: to.y - from.y });
  }

  return {
    down(press) {
      pressed.set(press.id, press.point);
      start = press.point;
      drag = whatToDrag(press);
      if (drag === "loupe") model.set({ pointer: press.point });
    },
    move({ id, point, isTouch }) {
      const before = pressed.get(id);
      const isPinch = pressed.size === 2;
      if (!isPinch) model.set({ pointer: point });
      if (!before) return;
      const [first, second] = pressed;
      pressed.set(id, point);
      if (isPinch && first && second) {
        const other = first[0] === id ? second[1] : first[1];
        pinch([before, other], [point, other]);
        return;
      }
      if (start) {
        if (distance([start, point]) < DRAG_THRESHOLD * model.getState().pixelRatio) return;
        if (drag === "divider" && isTouch && isAlongDivider(start, point)) drag = "none";
        if (drag === "picture") model.pan({ x: point.x - start.x, y: point.y - start.y });
        start = null;
      } else if (drag === "picture") {
        model.pan({ x: point.x - before.x, y: point.y - before.y });
      }
      if (drag === "divider") model.dividerTo(point);
    },
    up(id) {
      pressed.delete(id);
      // After a pinch, the remaining finger keeps panning the picture.
      drag = pressed.size > 0 ? "picture" : "none";
      start = null;
    },
  };
}

function midpoint([one, other]: readonly [Point, Point]): Point {
  return { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 };
}

function distance([one, other]: readonly [Point, Point]): number {
  return Math.hypot(one.x - other.x, one.y - other.y);
}
