/** How the two pictures are shown. A store outside React, so that the canvas can follow it without rendering. */
import { createStore, type ReadableStore } from "#store/create-store.ts";
import { merged } from "#store/merged.ts";

export const VIEWS = ["side", "wipe", "overlay", "blink", "difference"] as const;
export type View = (typeof VIEWS)[number];

export const BLINK_PERIODS_MS = [250, 500, 1000] as const;
export const GAINS = [1, 2, 4, 8, 16] as const;
export const ZOOM_MAX = 16;

/** The view settings that the URL keeps. */
export interface ViewState {
  view: View;
  /**
   * Position of the wipe's divider, 0 to 1 of the visible part of the frame, so that it stays reachable when zoomed in.
   */
  divider: number;
  /** Divider orientation: when horizontal, the left clip is above and the right one below. */
  isHorizontal: boolean;
  /** Opacity of the right picture over the left one, 0 to 1. */
  opacity: number;
  /** Null: blinks only while a key or button is held. */
  blinkMs: (typeof BLINK_PERIODS_MS)[number] | null;
  gain: (typeof GAINS)[number];
  isLumaOnly: boolean;
  /** Device pixels per frame pixel; null fits the whole frame. */
  zoom: number | null;
  /** The point of the frame at the centre of the pane, 0 to 1. */
  centreX: number;
  centreY: number;
}

export const INITIAL_VIEW: ViewState = {
  view: "side",
  divider: 0.5,
  isHorizontal: false,
  opacity: 0.5,
  blinkMs: 500,
  gain: 4,
  isLumaOnly: false,
  zoom: null,
  centreX: 0.5,
  centreY: 0.5,
};

/** Holds a {@link ViewState}. */
export interface ViewStore extends ReadableStore<ViewState> {
  set(change: Partial<ViewState>): void;
}

/** Creates a store with initial settings, such as those from the URL. */
export function createViewStore(initial: Partial<ViewState> = {}): ViewStore {
  const store = createStore<ViewState>({ ...INITIAL_VIEW, ...initial });
  return { ...store, set: (change) => store.set(merged(store.getState(), change)) };
}
