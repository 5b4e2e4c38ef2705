/** The positions on the canvas that painting and pointer handling share, in device pixels. */
import { arrangePanes, type Pane } from "./arrangement.ts";
import type { Fitted } from "./fitting.ts";
import { contains, intersect, type Point, type Rect, type Size } from "./shapes.ts";
import type { ViewState } from "./view-state.ts";
import { type Placement, place, toCanvas } from "./viewport.ts";

/** Gap between two panes, in CSS pixels. */
const GAP = 2;

/** A pane and the placement of the frame in it. */
export interface PlacedPane extends Pane {
  placement: Placement;
  /** The part of the pane covered by the frame. */
  seen: Rect;
}

interface StageSize {
  canvas: Size;
  /** Device pixels per CSS pixel, which keeps line widths equal on all screens. */
  pixelRatio: number;
  fitted: Fitted;
}

export interface StageGeometry extends StageSize {
  panes: readonly PlacedPane[];
}

/** Computes the geometry of a stage. */
export function stageGeometry(size: StageSize, view: ViewState): StageGeometry {
  const { canvas, pixelRatio } = size;
  const { frame } = size.fitted;
  const gap = Math.round(GAP * pixelRatio);
  const panes = arrangePanes({ view: view.view, canvas, frame, gap }).map((pane) => {
    const placement = place(view, { pane: pane.rect, frame });
    const whole = toCanvas(placement, { x: 0, y: 0, ...frame });
    return { ...pane, placement, seen: intersect(pane.rect, whole) };
  });
  return { ...size, panes };
}

/** The pane at a point of the canvas, or the first one. Null if there are no panes. */
export function paneAt({ panes }: StageGeometry, point: Point): PlacedPane | null {
  return panes.find(({ rect }) => contains(rect, point)) ?? panes[0] ?? null;
}

/** The position of the wipe's divider on the canvas. It divides the visible part of the frame. */
export function dividerAt(seen: Rect, view: Pick<ViewState, "divider" | "isHorizontal">): number {
  return view.isHorizontal
    ? Math.round(seen.y + seen.height * view.divider)
    : Math.round(seen.x + seen.width * view.divider);
}

/** The parts of a pane that the wipe gives to each side. */
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
