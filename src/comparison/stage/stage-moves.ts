/** How zooming, panning and the other operations on a stage's picture change its view and state. Pure. */
import { clamp } from "../clamp.ts";
import type { Point, Rect } from "../geometry/shapes.ts";
import { type PlacedPane, paneAt, type StageGeometry } from "../geometry/stage-geometry.ts";
import type { ViewState } from "../geometry/view-state.ts";
import { canPan, type Framing, nextZoom, panBy, toFrame, zoomAt } from "../geometry/viewport.ts";
import type { StageState } from "./stage-state.ts";

/** Everything a move depends on. */
export interface StageScene {
  view: ViewState;
  stage: StageState;
  geometry: StageGeometry;
}

export type StageMove =
  /** Zooms to a scale (null: fit) around a point of the canvas, or around the centre. */
  | { type: "zoom"; zoom: number | null; at: Point | undefined }
  /** Zooms one step in or out. */
  | { type: "step-zoom"; direction: "in" | "out"; at: Point | undefined }
  /** Switches from fit to 1:1, and from any other zoom to fit. */
  | { type: "toggle-zoom"; at: Point | undefined }
  /** Moves the picture by canvas pixels. */
  | { type: "pan"; by: Point }
  /** Moves the divider to a point of the canvas. */
  | { type: "divider"; to: Point }
  /** Moves the loupe if it is on, otherwise the picture, by fractions of the pane. */
  | { type: "move-loupe-or-pan"; parts: Point };

/** What a move changes. */
export interface StageChange {
  view?: Partial<ViewState>;
  stage?: Partial<StageState>;
}

/** While the loupe is on, the keys move by this part of what they move otherwise. */
const LOUPE_STEP = 1 / 4;

/** Returns what a move changes. Without a pane, before the stage is mounted, nothing does. */
export function moveStage(scene: StageScene, move: StageMove): StageChange {
  const { view } = scene;
  switch (move.type) {
    case "zoom":
      return zoom(scene, move.zoom, move.at);
    case "step-zoom": {
      const place = placeAt(scene, move.at);
      if (!place) return {};
      const next = nextZoom(view.zoom, move.direction, framingOf(scene, place.pane));
      return zoom(scene, next, move.at);
    }
    case "toggle-zoom":
      return zoom(scene, view.zoom === null ? 1 : null, move.at);
    case "pan":
      return pan(scene, move.by);
    case "divider":
      return moveDivider(scene, move.to);
    case "move-loupe-or-pan":
      return look(scene, move.parts);
  }
}

/** Whether part of the frame is outside its pane. */
export function canPanStage(scene: StageScene): boolean {
  const [pane] = scene.geometry.panes;
  return pane !== undefined && canPan(scene.view, framingOf(scene, pane));
}

/** The inspected point in frame coordinates. */
export function inspectedPoint(scene: StageScene): Point {
  const place = placeAt(scene, scene.stage.pointer ?? undefined);
  if (!place) return { x: 0, y: 0 };
  const { x, y } = toFrame(place.pane.placement, place.point);
  const { frame } = scene.geometry.fitted;
  return { x: clamp(x, 0, frame.width - 1), y: clamp(y, 0, frame.height - 1) };
}

function zoom(scene: StageScene, wanted: number | null, at: Point | undefined): StageChange {
  const place = placeAt(scene, at);
  if (!place) return {};
  const target = { point: place.point, zoom: wanted };
  return { view: zoomAt(scene.view, framingOf(scene, place.pane), target) };
}

function pan(scene: StageScene, by: Point): StageChange {
  const [pane] = scene.geometry.panes;
  return pane ? { view: panBy(scene.view, framingOf(scene, pane), by) } : {};
}

function moveDivider({ view, geometry }: StageScene, to: Point): StageChange {
  const [pane] = geometry.panes;
  if (!pane) return {};
  const { x, y, width, height } = pane.seen;
  const divider = view.isHorizontal ? (to.y - y) / height : (to.x - x) / width;
  return { view: { divider: clamp(divider, 0, 1) } };
}

function look(scene: StageScene, parts: Point): StageChange {
  const [pane] = scene.geometry.panes;
  if (!pane) return {};
  const by = { x: parts.x * pane.rect.width, y: parts.y * pane.rect.height };
  const { isLoupeOn, pointer, canvas } = scene.stage;
  if (!isLoupeOn) return pan(scene, { x: -by.x, y: -by.y });
  const from = pointer ?? middle(pane.rect);
  return {
    stage: {
      pointer: {
        x: clamp(from.x + by.x * LOUPE_STEP, 0, canvas.width),
        y: clamp(from.y + by.y * LOUPE_STEP, 0, canvas.height),
      },
    },
  };
}

/** The pane at a point of the canvas, or the middle of the first one. Null without panes. */
function placeAt({ geometry }: StageScene, at: Point | undefined) {
  const pane = at ? paneAt(geometry, at) : geometry.panes[0];
  return pane ? { pane, point: at ?? middle(pane.rect) } : null;
}

function framingOf({ geometry }: StageScene, pane: PlacedPane): Framing {
  return { pane: pane.rect, frame: geometry.fitted.frame };
}

function middle({ x, y, width, height }: Rect): Point {
  return { x: x + width / 2, y: y + height / 2 };
}
