/**
 * Keeps a canvas up to date: repaints immediately for each new pair, and at most once per animation frame otherwise.
 */
import type { ShownFrames } from "../engine/comparison.ts";
import type { ViewState } from "../geometry/view-state.ts";
import { createComparisonPainter } from "../paint/paint-comparison.ts";
import type { Side } from "../sides.ts";
import type { StageModel } from "./stage-model.ts";
import type { StageState } from "./stage-state.ts";

/** A picture unchanged for this long is repainted at high quality, which costs several times as much. */
const IDLE_MS = 150;

/** The side currently shown by a blinking view. */
export function sideOnTop(view: ViewState, { isHeld, blinkSide }: StageState): Side {
  if (view.view !== "blink") return "left";
  return isHeld ? "right" : blinkSide;
}

/** Starts painting, and calls `onPainted` after each paint. Returns a disposer. */
export function attachPainter(
  model: StageModel,
  canvas: HTMLCanvasElement,
  onPainted: (shown: ShownFrames | null) => void,
): () => void {
  const context = canvas.getContext("2d", { alpha: false });
  if (!context) return () => undefined;
  const { comparison } = model.compared;
  const paint = createComparisonPainter();
  let pending = 0;
  let isSeen = true;
  let painted: StageState | null = null;
  let wasPlaying = comparison.getState().isPlaying;
  let idleTimer: ReturnType<typeof setTimeout> | undefined;

  const paintNow = (isIdle = false) => {
    cancelAnimationFrame(pending);
    pending = 0;
    clearTimeout(idleTimer);
    const state = model.getState();
    painted = state;
    const { width, height } = state.canvas;
    if (!isSeen || width === 0 || height === 0) return;
    // Setting a canvas's size clears it, even to the same value.
    if (canvas.width !== width) canvas.width = width;
    if (canvas.height !== height) canvas.height = height;
    const shown = comparison.getShown();
    const view = model.view.getState();
    const { isPlaying } = comparison.getState();
    // While blinking, only the side may change, so the quality stays the same.
    const isFast = isPlaying || (view.view !== "blink" && !isIdle);
    if (shown) {
      const pictures = model.pixels.picturesOf(shown);
      const blinkSide = sideOnTop(view, state);
      paint(context, { pictures, geometry: model.geometry(), view, blinkSide, isFast });
    }
    onPainted(shown);
    if (isFast && shown && !isPlaying) idleTimer = setTimeout(paintNow, IDLE_MS, true);
  };
  const schedule = () => {
    if (pending === 0) pending = requestAnimationFrame(() => paintNow());
  };

  const visibilityObserver = new IntersectionObserver(([entry]) => {
    const wasSeen = isSeen;
    isSeen = entry?.isIntersecting ?? true;
    if (isSeen && !wasSeen) schedule();
  });
  visibilityObserver.observe(canvas);
  const leave = [
    // The engine already calls in an animation frame. Scheduling another would show each pair one frame late.
    comparison.onShown(() => paintNow()),
    comparison.subscribe(() => {
      const { isPlaying } = comparison.getState();
      if (isPlaying === wasPlaying) return;
      wasPlaying = isPlaying;
      schedule();
    }),
    model.view.subscribe(schedule),
    model.subscribe(() => {
      // The pointer moves often and does not affect the picture.
      const state = model.getState();
      if (!isSamePicture(state, painted)) schedule();
    }),
  ];
  // The overlay needs its position before the first pair arrives.
  if (!comparison.getShown()) schedule();
  return () => {
    cancelAnimationFrame(pending);
    clearTimeout(idleTimer);
    visibilityObserver.disconnect();
    for (const stop of leave) stop();
  };
}

function isSamePicture(state: StageState, painted: StageState | null): boolean {
  return (
    state.canvas === painted?.canvas &&
    state.pixelRatio === painted.pixelRatio &&
    state.blinkSide === painted.blinkSide &&
    state.isHeld === painted.isHeld
  );
}
