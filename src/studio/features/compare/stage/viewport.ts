/** What part of the frame is seen, and how large: the arithmetic of zooming and panning. */

import { clamp } from "#studio/domain/clamp.ts";
import { fitScale } from "./arrangement.ts";
import type { Point, Rect, Size } from "./geometry.ts";
import { type ViewState, ZOOM_MAX } from "./view-state.ts";

/** The part of a view that zooming and panning change. */
export type Zoomed = Pick<ViewState, "zoom" | "centreX" | "centreY">;

/** How the frame lies in a pane: a point p of the frame is drawn at `x + p.x * scale`, `y + p.y * scale`. */
export interface Placement extends Point {
  scale: number;
}

/** Where the +, − and wheel stop on their way. */
const ZOOM_STEPS: readonly number[] = [0.25, 0.5, 1, 2, 3, 4, 6, 8, 12, ZOOM_MAX];

/** The smallest size at which anything more is to be seen: the whole frame, or its pixels one to one. */
function smallestZoom(pane: Size, frame: Size): number {
  return Math.min(fitScale(pane, frame), 1);
}

/** Screen pixels for a pixel of the frame. */
function scaleIn(pane: Size, frame: Size, zoom: number | null): number {
  return zoom ?? fitScale(pane, frame);
}

/** The centre nearest to the wanted one that shows nothing beyond the frame's edges where the frame fills the pane. */
function withinFrame(view: Zoomed, pane: Size, frame: Size): Point {
  const scale = scaleIn(pane, frame, view.zoom);
  return {
    x: keepCentre(view.centreX, pane.width / (2 * scale * frame.width)),
    y: keepCentre(view.centreY, pane.height / (2 * scale * frame.height)),
  };
}

function keepCentre(centre: number, halfSeen: number): number {
  return halfSeen >= 0.5 ? 0.5 : clamp(centre, halfSeen, 1 - halfSeen);
}

/** Lays the frame into a pane; on whole screen pixels, or one to one would not be sharp. */
export function place(view: Zoomed, pane: Rect, frame: Size): Placement {
  const scale = scaleIn(pane, frame, view.zoom);
  const centre = withinFrame(view, pane, frame);
  return {
    scale,
    x: Math.round(pane.x + pane.width / 2 - centre.x * frame.width * scale),
    y: Math.round(pane.y + pane.height / 2 - centre.y * frame.height * scale),
  };
}

/** The place of the frame that is drawn at a point of the canvas. */
export function toFrame(placement: Placement, point: Point): Point {
  return {
    x: (point.x - placement.x) / placement.scale,
    y: (point.y - placement.y) / placement.scale,
  };
}

/** A rectangle of the frame on the canvas. */
export function toCanvas({ x, y, scale }: Placement, rect: Rect): Rect {
  return {
    x: x + rect.x * scale,
    y: y + rect.y * scale,
    width: rect.width * scale,
    height: rect.height * scale,
  };
}

/** Another zoom, with the place under a point of the canvas staying where it is, as far as the edges allow. */
export function zoomAt(
  view: Zoomed,
  pane: Rect,
  frame: Size,
  point: Point,
  zoom: number | null,
): Zoomed {
  const wanted = zoom === null ? null : limitZoom(zoom, pane, frame);
  if (wanted === null) return { zoom: null, centreX: 0.5, centreY: 0.5 };
  const under = toFrame(place(view, pane, frame), point);
  const centreX = (under.x + (pane.x + pane.width / 2 - point.x) / wanted) / frame.width;
  const centreY = (under.y + (pane.y + pane.height / 2 - point.y) / wanted) / frame.height;
  const centre = withinFrame({ zoom: wanted, centreX, centreY }, pane, frame);
  return { zoom: wanted, centreX: centre.x, centreY: centre.y };
}

/** Moves the picture by so many pixels of the screen. */
export function panBy(view: Zoomed, pane: Rect, frame: Size, by: Point): Zoomed {
  const scale = scaleIn(pane, frame, view.zoom);
  const from = withinFrame(view, pane, frame);
  const moved = {
    zoom: view.zoom,
    centreX: from.x - by.x / (scale * frame.width),
    centreY: from.y - by.y / (scale * frame.height),
  };
  const centre = withinFrame(moved, pane, frame);
  return { zoom: view.zoom, centreX: centre.x, centreY: centre.y };
}

/** Whether a part of the frame lies outside the pane, so that there is somewhere to pan to. */
export function canPan(view: Zoomed, pane: Size, frame: Size): boolean {
  const scale = scaleIn(pane, frame, view.zoom);
  return frame.width * scale > pane.width + 1 || frame.height * scale > pane.height + 1;
}

/** The next step in or out; null (fit) where there is nothing smaller to be seen. */
export function nextZoom(
  zoom: number | null,
  direction: "in" | "out",
  pane: Size,
  frame: Size,
): number | null {
  const now = scaleIn(pane, frame, zoom);
  if (direction === "in") return ZOOM_STEPS.find((step) => step > now * 1.001) ?? ZOOM_MAX;
  const out = ZOOM_STEPS.findLast((step) => step < now * 0.999);
  return out === undefined ? null : limitZoom(out, pane, frame);
}

/** A zoom within what there is; null (fit) where it would be smaller than all that is to be seen. */
function limitZoom(zoom: number, pane: Size, frame: Size): number | null {
  const fit = fitScale(pane, frame);
  if (fit < 1 && zoom <= fit) return null;
  return clamp(zoom, smallestZoom(pane, frame), Math.max(ZOOM_MAX, fit));
}
