/** What a stage knows beside the view's own state: its size, where the pointer is, which side blinks. Outside React. */

import { clamp } from "#studio/domain/clamp.ts";
import type { Compared } from "../compared.ts";
import type { Side } from "../side.ts";
import { type Fitted, fitTogether } from "./fitting.ts";
import type { Point, Size } from "./geometry.ts";
import { createPairPixels, type PairPixels } from "./pair-pixels.ts";
import { paneAt, type StageGeometry, stageGeometry } from "./stage-geometry.ts";
import type { View, ViewState, ViewStore } from "./view-state.ts";
import { canPan, nextZoom, panBy, toFrame, zoomAt } from "./viewport.ts";

/** What comes and goes with the page; nothing of it is in the address. */
export interface StageState {
  /** The canvas, in device pixels. */
  canvas: Size;
  pixelRatio: number;
  /** Which one a blinking view shows now. */
  blinkSide: Side;
  /** The other one is wanted for as long as a key or the button is held. */
  isHeld: boolean;
  isLoupeOn: boolean;
  /** Where the loupe looks, in pixels of the canvas; null before the pointer was over the picture. */
  pointer: Point | null;
  /** Pictures that change by themselves were chosen here, not only by the address: reduced motion is no reason then. */
  hasAskedToBlink: boolean;
}

/** One stage: its state, and everything that can be done to its picture. */
export interface StageModel {
  readonly compared: Compared;
  readonly view: ViewStore;
  readonly fitted: Fitted;
  readonly pixels: PairPixels;
  subscribe(onChange: () => void): () => void;
  getState(): StageState;
  set(change: Partial<StageState>): void;
  /** Where everything is now. */
  geometry(): StageGeometry;
  showView(view: View): void;
  /** In or out by a step, at a point of the canvas or in the middle. */
  stepZoom(direction: "in" | "out", at?: Point): void;
  /** To a zoom (null: fit), at a point of the canvas or in the middle. */
  zoomTo(zoom: number | null, at?: Point): void;
  /** One to one from fit, and fit from anywhere else. */
  toggleZoom(at?: Point): void;
  /** How large the frame is shown: screen pixels for one of its pixels. */
  scale(): number;
  canPan(): boolean;
  /** Moves the picture by so many pixels of the canvas. */
  pan(by: Point): void;
  /** Puts the divider at a point of the canvas. */
  dividerTo(point: Point): void;
  /** By key: moves the loupe where it is on, else the picture; in parts of the pane. */
  moveLook(parts: Point): void;
  /** The place of the frame the loupe looks at. */
  lookedAt(): Point;
}

/** Makes the model of a stage that is not on the page yet. */
export function createStageModel(compared: Compared, isBlind = false): StageModel {
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
      const made = stageGeometry(canvas, state.pixelRatio, fitted, now);
      known = { view: now, canvas, geometry: made };
    }
    return known.geometry;
  }

  function atPane(at: Point | undefined) {
    const [first] = geometry().panes;
    const pane = at ? paneAt(geometry(), at) : first;
    return pane ? { pane, point: at ?? middle(pane.rect) } : null;
  }

  function zoomTo(zoom: number | null, at?: Point) {
    const place = atPane(at);
    if (!place) return;
    view.set(zoomAt(view.getState(), place.pane.rect, frame, place.point, zoom));
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
      zoomTo(nextZoom(view.getState().zoom, direction, place.pane.rect, frame), at);
    },
    zoomTo,
    toggleZoom: (at) => zoomTo(view.getState().zoom === null ? 1 : null, at),
    scale,
    canPan() {
      const [pane] = geometry().panes;
      return pane !== undefined && canPan(view.getState(), pane.rect, frame);
    },
    pan(by) {
      const [pane] = geometry().panes;
      if (pane) view.set(panBy(view.getState(), pane.rect, frame, by));
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
        view.set(panBy(view.getState(), pane.rect, frame, { x: -by.x, y: -by.y }));
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
