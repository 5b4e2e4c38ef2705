/** State of a stage besides its view: canvas size, pointer, blinking side. Independent of React. */

import { clamp } from "../clamp.ts";
import { type Fitted, fitTogether } from "../geometry/fitting.ts";
import type { Point, Size } from "../geometry/shapes.ts";
import {
  type PlacedPane,
  paneAt,
  type StageGeometry,
  stageGeometry,
} from "../geometry/stage-geometry.ts";
import type { View, ViewState, ViewStore } from "../geometry/view-state.ts";
import { canPan, nextZoom, panBy, toFrame, zoomAt } from "../geometry/viewport.ts";
import { createPairPixels, type PairPixels } from "../paint/pair-pixels.ts";
import type { Side } from "../sides.ts";
import type { OpenComparison } from "./open-comparison.ts";

/** Transient state that is not kept in the URL. */
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

/** The state of one stage and the operations on its picture. */
export interface StageModel {
  readonly compared: OpenComparison;
  readonly view: ViewStore;
  readonly fitted: Fitted;
  readonly pixels: PairPixels;
  subscribe(onChange: () => void): () => void;
  getState(): StageState;
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
  moveLook(parts: Point): void;
  /** The inspected point in frame coordinates. */
  lookedAt(): Point;
}

/** Creates the model of a stage before it is mounted. */
export function createStageModel(compared: OpenComparison, isBlind = false): StageModel {
  const { view, comparison } = compared;
  const fitted = fitTogether(comparison.media, isBlind);
  const { frame } = fitted;
  const listeners = new Set<() => void>();
  let state: StageState = {
    canvas: { width: 0, height: 0 },
    pixelRatio: 1,
    blinkSide: "left",
    isHeld: false,
    isLoupeOn: false,
    pointer: null,
    hasAskedToBlink: false,
  };
  let known: { view: ViewState; canvas: Size; geometry: StageGeometry } | null = null;

  function set(change: Partial<StageState>) {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  }

  function geometry(): StageGeometry {
    const now = view.getState();
    const { canvas } = state;
    if (known?.view !== now || known.canvas !== canvas) {
      const made = stageGeometry({ canvas, pixelRatio: state.pixelRatio, fitted }, now);
      known = { view: now, canvas, geometry: made };
    }
    return known.geometry;
  }

  function atPane(at: Point | undefined) {
    const [first] = geometry().panes;
    const pane = at ? paneAt(geometry(), at) : first;
    return pane ? { pane, point: at ?? middle(pane.rect) } : null;
  }

  const framingOf = (pane: PlacedPane) => ({ pane: pane.rect, frame });

  function zoomTo(zoom: number | null, at?: Point) {
    const place = atPane(at);
    if (!place) return;
    view.set(zoomAt(view.getState(), framingOf(place.pane), { point: place.point, zoom }));
  }

  function scale() {
    return geometry().panes[0]?.placement.scale ?? 1;
  }

  return {
    compared,
    view,
    fitted,
    pixels: createPairPixels(fitted, {
      isBlind,
      isPlaying: () => comparison.getState().isPlaying,
    }),
    subscribe(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    getState: () => state,
    set,
    geometry,
    showView: (next) => view.set({ view: next }),
    stepZoom(direction, at) {
      const place = atPane(at);
      if (!place) return;
      zoomTo(nextZoom(view.getState().zoom, direction, framingOf(place.pane)), at);
    },
    zoomTo,
    toggleZoom: (at) => zoomTo(view.getState().zoom === null ? 1 : null, at),
    scale,
    canPan() {
      const [pane] = geometry().panes;
      return pane !== undefined && canPan(view.getState(), framingOf(pane));
    },
    pan(by) {
      const [pane] = geometry().panes;
      if (pane) view.set(panBy(view.getState(), framingOf(pane), by));
    },
    dividerTo(point) {
      const [pane] = geometry().panes;
      if (!pane) return;
      const { x, y, width, height } = pane.seen;
      const { isHorizontal } = view.getState();
      const divider = isHorizontal ? (point.y - y) / height : (point.x - x) / width;
      view.set({ divider: clamp(divider, 0, 1) });
    },
    moveLook(parts) {
      const [pane] = geometry().panes;
      if (!pane) return;
      const { width, height } = pane.rect;
      const by = { x: parts.x * width, y: parts.y * height };
      if (!state.isLoupeOn) {
        view.set(panBy(view.getState(), framingOf(pane), { x: -by.x, y: -by.y }));
        return;
      }
      const from = state.pointer ?? middle(pane.rect);
      const { canvas } = state;
      set({
        pointer: {
          x: clamp(from.x + by.x / 4, 0, canvas.width),
          y: clamp(from.y + by.y / 4, 0, canvas.height),
        },
      });
    },
    lookedAt() {
      const place = atPane(state.pointer ?? undefined);
      if (!place) return { x: 0, y: 0 };
      const { x, y } = toFrame(place.pane.placement, place.point);
      return { x: clamp(x, 0, frame.width - 1), y: clamp(y, 0, frame.height - 1) };
    },
  };
}

function middle({ x, y, width, height }: Point & Size): Point {
  return { x: x + width / 2, y: y + height / 2 };
}
