/** All that painting and pointing have to know of where things are on the canvas. In device pixels. */
import { arrangePanes, type Pane } from "./arrangement.ts";
import type { Fitted } from "./fitting.ts";
import { contains, intersect, type Point, type Rect, type Size } from "./geometry.ts";
import type { ViewState } from "./view-state.ts";
import { type Placement, place, toCanvas } from "./viewport.ts";

/** Between two panes, in CSS pixels. */
const GAP = 2;

/** A pane with the frame laid into it. */
export interface PlacedPane extends Pane {
  placement: Placement;
  /** The part of the pane in which the frame is to be seen. */
  seen: Rect;
}

export interface StageGeometry {
  canvas: Size;
  /** Device pixels for a CSS pixel: lines keep their width on every screen. */
  pixelRatio: number;
  fitted: Fitted;
  panes: readonly PlacedPane[];
}

/** Works out where everything goes. */
export function stageGeometry(
  canvas: Size,
  pixelRatio: number,
  fitted: Fitted,
  view: ViewState,
): StageGeometry {
  const { frame } = fitted;
  const panes = arrangePanes(view.view, canvas, frame, Math.round(GAP * pixelRatio)).map((pane) => {
    const placement = place(view, pane.rect, frame);
    const whole = toCanvas(placement, { x: 0, y: 0, ...frame });
    return { ...pane, placement, seen: intersect(pane.rect, whole) };
  });
  return { canvas, pixelRatio, fitted, panes };
}

/** The pane at a point of the canvas, the first one where there is none. Null for a canvas without size. */
export function paneAt({ panes }: StageGeometry, point: Point): PlacedPane | null {
  return panes.find(({ rect }) => contains(rect, point)) ?? panes[0] ?? null;
}

/** Where the wipe's divider is on the canvas: it divides what is seen of the frame. */
export function dividerAt(seen: Rect, view: Pick<ViewState, "divider" | "isHorizontal">): number {
  return view.isHorizontal
    ? Math.round(seen.y + seen.height * view.divider)
    : Math.round(seen.x + seen.width * view.divider);
}

/** The part of a pane that the wipe leaves to one side. */
export function wipeHalves(pane: PlacedPane, view: ViewState): { left: Rect; right: Rect } {
  const { x, y, width, height } = pane.rect;
  const at = dividerAt(pane.seen, view);
  return view.isHorizontal
    ? {
        left: { x, y, width, height: at - y },
        right: { x, y: at, width, height: y + height - at },
      }
    : {
        left: { x, y, width: at - x, height },
        right: { x: at, y, width: x + width - at, height },
      };
}
