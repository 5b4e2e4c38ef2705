/** How the two pictures are shown; a store outside React, so that the canvas can follow it without rendering. */

export const VIEWS = ["side", "wipe", "overlay", "blink", "difference"] as const;
export type View = (typeof VIEWS)[number];

export const BLINK_PERIODS_MS = [250, 500, 1000] as const;
export const GAINS = [1, 2, 4, 8, 16] as const;
export const ZOOM_MAX = 16;

/** Everything about the picture that the address holds. */
export interface ViewState {
  view: View;
  /** Where the wipe's divider stands, 0 to 1 of what is seen of the frame: zoomed in, it stays in reach. */
  divider: number;
  /** Whether the divider lies: left above, right below. */
  isHorizontal: boolean;
  /** How much of the right one lies over the left one, 0 to 1. */
  opacity: number;
  /** Null: it blinks only while a key is held. */
  blinkMs: (typeof BLINK_PERIODS_MS)[number] | null;
  gain: (typeof GAINS)[number];
  isLumaOnly: boolean;
  /** Screen (device) pixels for a pixel of the frame; null to fit the whole frame. */
  zoom: number | null;
  /** What stands in the middle, 0 to 1 of the frame. */
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
export interface ViewStore {
  subscribe(onChange: () => void): () => void;
  getState(): ViewState;
  set(change: Partial<ViewState>): void;
}

/** Makes a store that begins with what the address said. */
export function createViewStore(initial: Partial<ViewState> = {}): ViewStore {
  const listeners = new Set<() => void>();
  let state: ViewState = { ...INITIAL_VIEW, ...initial };
  return {
    subscribe(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    getState: () => state,
    set(change) {
      state = { ...state, ...change };
      for (const listener of listeners) listener();
    },
  };
}
