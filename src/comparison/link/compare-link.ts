/** Encodes the state of a comparison in its URL: short and readable, with defaults left out. */

import type { Region } from "../engine/comparison.ts";
import {
  BLINK_PERIODS_MS,
  GAINS,
  INITIAL_VIEW,
  VIEWS,
  type View,
  type ViewState,
  ZOOM_MAX,
} from "../geometry/view-state.ts";
import type { AudibleSide } from "../sound/audible-side.ts";

/** The state restored after a reload or from a bookmark. */
export interface LinkState {
  view: ViewState;
  /** The current frame on the common timeline. */
  frame: number;
  speed: number;
  isLooping: boolean;
  region: Region | null;
  offsetFrames: number;
  /** Null for the default of these clips. */
  audible: AudibleSide | null;
}

/** The state of a URL without parameters. */
export const INITIAL_LINK: LinkState = {
  view: INITIAL_VIEW,
  frame: 0,
  speed: 1,
  isLooping: false,
  region: null,
  offsetFrames: 0,
  audible: null,
};

/** Far more than any clip of ten seconds has. */
const FRAMES_MAX = 10_000;
const SPEED_MIN = 0.1;
const SPEED_MAX = 2;
/** Smaller pictures would be invisible. */
const ZOOM_MIN = 0.01;
const AUDIBLE_SIDES: readonly AudibleSide[] = ["left", "right", "none"];
const DIGITS = 4;

/**
 * Parses a search string. Invalid values are ignored one by one. `defaultView` applies if the URL specifies no view.
 */
export function parseCompareLink(
  search: string,
  defaultView: View = INITIAL_LINK.view.view,
): LinkState {
  const params = new URLSearchParams(search);
  const { view } = INITIAL_LINK;
  const number = (name: string, min: number, max: number) => numberIn(params.get(name), min, max);
  const frames = (name: string, min = 0) => wholeIn(params.get(name), min, FRAMES_MAX);
  return {
    view: {
      view: oneOf(VIEWS, params.get("view")) ?? defaultView,
      divider: number("split", 0, 1) ?? view.divider,
      isHorizontal: params.get("lie") === "horizontal",
      opacity: number("mix", 0, 1) ?? view.opacity,
      blinkMs:
        params.get("blink") === "held"
          ? null
          : (oneOfNumbers(BLINK_PERIODS_MS, params.get("blink")) ?? view.blinkMs),
      gain: oneOfNumbers(GAINS, params.get("gain")) ?? view.gain,
      isLumaOnly: params.get("luma") === "1",
      zoom: number("zoom", ZOOM_MIN, ZOOM_MAX),
      centreX: number("x", 0, 1) ?? view.centreX,
      centreY: number("y", 0, 1) ?? view.centreY,
    },
    frame: frames("at") ?? INITIAL_LINK.frame,
    speed: number("speed", SPEED_MIN, SPEED_MAX) ?? INITIAL_LINK.speed,
    isLooping: params.get("loop") === "1",
    region: toRegion(frames("from"), frames("to")),
    offsetFrames: frames("offset", -FRAMES_MAX) ?? INITIAL_LINK.offsetFrames,
    audible: oneOf(AUDIBLE_SIDES, params.get("hear")),
  };
}

/** The parameters of a state in a fixed order, without defaults. */
export function formatCompareLink(state: LinkState): URLSearchParams {
  const { view, region } = state;
  const defaults = INITIAL_LINK;
  const all: readonly [
    name: string,
    value: string | number | null,
    defaultValue: string | number | null,
  ][] = [
    ["view", view.view, defaults.view.view],
    ["split", rounded(view.divider), defaults.view.divider],
    ["lie", view.isHorizontal ? "horizontal" : null, null],
    ["mix", rounded(view.opacity), defaults.view.opacity],
    ["blink", view.blinkMs ?? "held", defaults.view.blinkMs],
    ["gain", view.gain, defaults.view.gain],
    ["luma", view.isLumaOnly ? 1 : null, null],
    ["zoom", view.zoom && rounded(view.zoom), null],
    ["x", rounded(view.centreX), defaults.view.centreX],
    ["y", rounded(view.centreY), defaults.view.centreY],
    ["at", state.frame, defaults.frame],
    ["speed", rounded(state.speed), defaults.speed],
    ["from", region?.startFrame ?? null, null],
    ["to", region?.endFrame ?? null, null],
    ["loop", state.isLooping ? 1 : null, null],
    ["offset", state.offsetFrames, defaults.offsetFrames],
    ["hear", state.audible, defaults.audible],
  ];
  const params = new URLSearchParams();
  for (const [name, value, defaultValue] of all) {
    if (value !== defaultValue) params.set(name, String(value));
  }
  return params;
}

function toRegion(startFrame: number | null, endFrame: number | null): Region | null {
  if (startFrame === null || endFrame === null || startFrame > endFrame) return null;
  return { startFrame, endFrame };
}

function rounded(value: number): number {
  // Adding zero turns -0 into 0.
  return Number(value.toFixed(DIGITS)) + 0;
}

/** Accepts plain decimals only: `Number` would also accept "", "0x1f" and "Infinity". */
function numberIn(text: string | null, min: number, max: number): number | null {
  if (text === null || !/^-?\d{1,9}(\.\d{1,9})?$/.test(text)) return null;
  const value = Number(text);
  return value >= min && value <= max ? rounded(value) : null;
}

function wholeIn(text: string | null, min: number, max: number): number | null {
  const value = numberIn(text, min, max);
  return Number.isInteger(value) ? value : null;
}

function oneOf<Value extends string>(values: readonly Value[], text: string | null): Value | null {
  return values.find((value) => value === text) ?? null;
}

function oneOfNumbers<Value extends number>(
  values: readonly Value[],
  text: string | null,
): Value | null {
  return values.find((value) => String(value) === text) ?? null;
}
