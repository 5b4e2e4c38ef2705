/** State of a stage besides its view: canvas size, pointer, blinking side. Independent of React. */
import { createStore, type ReadableStore } from "#store/create-store.ts";
import { merged } from "#store/merged.ts";
import { type Fitted, fitTogether } from "../geometry/fitting.ts";
import type { Point, Size } from "../geometry/shapes.ts";
import { type StageGeometry, stageGeometry } from "../geometry/stage-geometry.ts";
import type { View, ViewState, ViewStore } from "../geometry/view-state.ts";
import { createPairPixels, type PairPixels } from "../paint/pair-pixels.ts";
import type { OpenComparison } from "./open-comparison.ts";
import { canPanStage, inspectedPoint, moveStage, type StageMove } from "./stage-moves.ts";
import { INITIAL_STAGE, type StageState } from "./stage-state.ts";

/** The state of one stage and the operations on its picture. */
export interface StageModel extends ReadableStore<StageState> {
  readonly compared: OpenComparison;
  readonly view: ViewStore;
  readonly fitted: Fitted;
  readonly pixels: PairPixels;
  set(change: Partial<StageState>): void;
  /** The current geometry. */
  geometry(): StageGeometry;
  showView(view: View): void;
  /** Zooms one step in or out around a point of the canvas, or around the centre. */
  stepZoom(direction: "in" | "out", at?: Point): void;
  /** Zooms to a scale (null: fit) around a point of the canvas, or around the centre. */
  zoomTo(zoom: number | null, at?: Point): void;
  /** Switches from fit to 1:1, and from any other zoom to fit. */
  toggleZoom(at?: Point): void;
  /** Screen pixels per frame pixel. */
  scale(): number;
  canPan(): boolean;
  /** Moves the picture by canvas pixels. */
  pan(by: Point): void;
  /** Moves the divider to a point of the canvas. */
  dividerTo(point: Point): void;
  /** Moves the loupe if it is on, otherwise the picture, by fractions of the pane. Used by the keys. */
  moveLoupeOrPan(parts: Point): void;
  /** The inspected point in frame coordinates. */
  inspectedPoint(): Point;
}

/** Creates the model of a stage before it is mounted. */
export function createStageModel(compared: OpenComparison, isBlind = false): StageModel {
  const { view, comparison } = compared;
  const fitted = fitTogether(comparison.media, isBlind);
  const store = createStore(INITIAL_STAGE);
  const geometry = createGeometryCache(fitted);

  const set = (change: Partial<StageState>) => store.set(merged(store.getState(), change));

  function scene() {
    const now = { view: view.getState(), stage: store.getState() };
    return { ...now, geometry: geometry(now.view, now.stage) };
  }

  function move(next: StageMove) {
    const change = moveStage(scene(), next);
    if (change.view) view.set(change.view);
    if (change.stage) set(change.stage);
  }

  return {
    compared,
    view,
    fitted,
    pixels: createPairPixels(fitted, {
      isBlind,
      isPlaying: () => comparison.getState().isPlaying,
    }),
    ...store,
    set,
    geometry: () => scene().geometry,
    showView: (next) => view.set({ view: next }),
    stepZoom: (direction, at) => move({ type: "step-zoom", direction, at }),
    zoomTo: (zoom, at) => move({ type: "zoom", zoom, at }),
    toggleZoom: (at) => move({ type: "toggle-zoom", at }),
    scale: () => scene().geometry.panes[0]?.placement.scale ?? 1,
    canPan: () => canPanStage(scene()),
    pan: (by) => move({ type: "pan", by }),
    dividerTo: (to) => move({ type: "divider", to }),
    moveLoupeOrPan: (parts) => move({ type: "move-loupe-or-pan", parts }),
    inspectedPoint: () => inspectedPoint(scene()),
  };
}

/** Computes the geometry again only after the view or the canvas changed. */
function createGeometryCache(fitted: Fitted) {
  let known: { view: ViewState; canvas: Size; geometry: StageGeometry } | null = null;
  return (view: ViewState, { canvas, pixelRatio }: StageState): StageGeometry => {
    if (known?.view !== view || known.canvas !== canvas) {
      known = { view, canvas, geometry: stageGeometry({ canvas, pixelRatio, fitted }, view) };
    }
    return known.geometry;
  };
}
