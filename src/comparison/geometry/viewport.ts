/** Arithmetic of zooming and panning: which part of the frame is visible, and at what scale. */

import { clamp } from "../clamp.ts";
import { fitScale } from "./arrangement.ts";
import type { Point, Rect, Size } from "./shapes.ts";
import { type ViewState, ZOOM_MAX } from "./view-state.ts";

/** The part of a view that zooming and panning change. */
export type ZoomState = Pick<ViewState, "zoom" | "centreX" | "centreY">;

/** Placement of the frame in a pane: a point p of the frame is drawn at `x + p.x * scale`, `y + p.y * scale`. */
export interface Placement extends Point {
  scale: number;
}

/** A frame and the pane that shows it. */
export interface Framing {
  pane: Rect;
  frame: Size;
}

/** The zoom levels of the zoom keys and buttons. */
const ZOOM_STEPS: readonly number[] = [0.25, 0.5, 1, 2, 3, 4, 6, 8, 12, ZOOM_MAX];

/** The smallest useful zoom: the whole frame, or 1:1 if that is smaller. */
function smallestZoom({ pane, frame }: Framing): number {
  return Math.min(fitScale(pane, frame), 1);
}

/** Screen pixels per frame pixel. */
function scaleIn({ pane, frame }: Framing, zoom: number | null): number {
  return zoom ?? fitScale(pane, frame);
}

/** Clamps the centre so that a frame larger than the pane leaves no empty space at its edges. */
function withinFrame(view: ZoomState, framing: Framing): Point {
  const { pane, frame } = framing;
  const scale = scaleIn(framing, view.zoom);
  return {
    x: clampCentre(view.centreX, pane.width / (2 * scale * frame.width)),
    y: clampCentre(view.centreY, pane.height / (2 * scale * frame.height)),
  };
}

function clampCentre(centre: number, halfVisible: number): number {
  return halfVisible >= 0.5 ? 0.5 : clamp(centre, halfVisible, 1 - halfVisible);
}

/** Places the frame in a pane, rounded to whole screen pixels, because 1:1 would be blurred otherwise. */
export function place(view: ZoomState, framing: Framing): Placement {
  const { pane, frame } = framing;
  const scale = scaleIn(framing, view.zoom);
  const centre = withinFrame(view, framing);
  return {
    scale,
    x: Math.round(pane.x + pane.width / 2 - centre.x * frame.width * scale),
    y: Math.round(pane.y + pane.height / 2 - centre.y * frame.height * scale),
  };
}

/** Converts a point of the canvas to frame coordinates. */
export function toFrame(placement: Placement, point: Point): Point {
  return {
    x: (point.x - placement.x) / placement.scale,
    y: (point.y - placement.y) / placement.scale,
  };
}

/** Converts a rectangle of the frame to canvas coordinates. */
export function toCanvas({ x, y, scale }: Placement, rect: Rect): Rect {
  return {
    x: x + rect.x * scale,
    y: y + rect.y * scale,
    width: rect.width * scale,
    height: rect.height * scale,
  };
}

/** Changes the zoom and keeps the point under the pointer in place, as far as the edges allow. */
export function zoomAt(
  view: ZoomState,
  framing: Framing,
  { point, zoom }: { point: Point; zoom: number | null },
): ZoomState {
  const { pane, frame } = framing;
  const wanted = zoom === null ? null : limitZoom(zoom, framing);
  if (wanted === null) return { zoom: null, centreX: 0.5, centreY: 0.5 };
  const under = toFrame(place(view, framing), point);
  const centreX = (under.x + (pane.x + pane.width / 2 - point.x) / wanted) / frame.width;
  const centreY = (under.y + (pane.y + pane.height / 2 - point.y) / wanted) / frame.height;
  const centre = withinFrame({ zoom: wanted, centreX, centreY }, framing);
  return { zoom: wanted, centreX: centre.x, centreY: centre.y };
}

/** Moves the picture by screen pixels. */
export function panBy(view: ZoomState, framing: Framing, by: Point): ZoomState {
  const { frame } = framing;
  const scale = scaleIn(framing, view.zoom);
  const from = withinFrame(view, framing);
  const moved = {
    zoom: view.zoom,
    centreX: from.x - by.x / (scale * frame.width),
    centreY: from.y - by.y / (scale * frame.height),
  };
  const centre = withinFrame(moved, framing);
  return { zoom: view.zoom, centreX: centre.x, centreY: centre.y };
}

/** Whether part of the frame is outside the pane, so that panning is possible. */
export function canPan(view: ZoomState, framing: Framing): boolean {
  const { pane, frame } = framing;
  const scale = scaleIn(framing, view.zoom);
  return frame.width * scale > pane.width + 1 || frame.height * scale > pane.height + 1;
}

/** The next zoom level in or out; null (fit) when zoomed out all the way. */
export function nextZoom(
  zoom: number | null,
  direction: "in" | "out",
  framing: Framing,
): number | null {
  const now = scaleIn(framing, zoom);
  if (direction === "in") return ZOOM_STEPS.find((step) => step > now * 1.001) ?? ZOOM_MAX;
  const out = ZOOM_STEPS.findLast((step) => step < now * 0.999);
  return out === undefined ? null : limitZoom(out, framing);
}

/** Clamps a zoom to the allowed range; null (fit) if it would be smaller than the whole frame. */
function limitZoom(zoom: number, framing: Framing): number | null {
  const fit = fitScale(framing.pane, framing.frame);
  if (fit < 1 && zoom <= fit) return null;
  return clamp(zoom, smallestZoom(framing), Math.max(ZOOM_MAX, fit));
}
