/** Keeps a canvas on the page up to date: with each new pair at once, with everything else once a frame. */
import type { ShownFrames } from "../engine/comparison.ts";
import type { Side } from "../side.ts";
import { createComparisonPainter } from "./paint-comparison.ts";
import type { StageModel, StageState } from "./stage-model.ts";
import type { ViewState } from "./view-state.ts";

/** A picture that nothing changed for so long is painted once more, finely: that costs several times as much. */
const RESTED_MS = 150;

/** Which side a blinking view shows. */
export function sideOnTop(view: ViewState, { isHeld, blinkSide }: StageState): Side {
  if (view.view !== "blink") return "left";
  return isHeld ? "right" : blinkSide;
}

/** Paints until the returned function is called. `onPainted` follows each painting. */
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
  let rested: ReturnType<typeof setTimeout> | undefined;

  const paintNow = (hasRested = false) => {
    cancelAnimationFrame(pending);
    pending = 0;
    clearTimeout(rested);
    const state = model.getState();
    painted = state;
    const { width, height } = state.canvas;
    if (!isSeen || width === 0 || height === 0) return;
    // Setting a size empties a canvas, the same size too.
    if (canvas.width !== width) canvas.width = width;
    if (canvas.height !== height) canvas.height = height;
    const shown = comparison.getShown();
    const view = model.view.getState();
    const { isPlaying } = comparison.getState();
    // A blinking picture must not change by anything but its side.
    const isFast = isPlaying || (view.view !== "blink" && !hasRested);
    if (shown) {
      const options = { blinkSide: sideOnTop(view, state), isFast };
      paint(context, model.pixels.picturesOf(shown), model.geometry(), view, options);
    }
    onPainted(shown);
    if (isFast && shown && !isPlaying) rested = setTimeout(paintNow, RESTED_MS, true);
  };
  const schedule = () => {
    if (pending === 0) pending = requestAnimationFrame(() => paintNow());
  };

  const sight = new IntersectionObserver(([entry]) => {
    const wasSeen = isSeen;
    isSeen = entry?.isIntersecting ?? true;
    if (isSeen && !wasSeen) schedule();
  });
  sight.observe(canvas);
  const leave = [
    // The engine calls in an animation frame of its own: to wait for another one would show each pair one frame late.
    comparison.onShown(() => paintNow()),
    comparison.subscribe(() => {
      const { isPlaying } = comparison.getState();
      if (isPlaying === wasPlaying) return;
      wasPlaying = isPlaying;
      schedule();
    }),
    model.view.subscribe(schedule),
    model.subscribe(() => {
      // The pointer moves often, and changes nothing of the picture.
      const state = model.getState();
      if (!looksTheSame(state, painted)) schedule();
    }),
  ];
  // What lies over the picture has its place before the first pair, too.
  if (!comparison.getShown()) schedule();
  return () => {
    cancelAnimationFrame(pending);
    clearTimeout(rested);
    sight.disconnect();
    for (const stop of leave) stop();
  };
}

function looksTheSame(state: StageState, painted: StageState | null): boolean {
  return (
    state.canvas === painted?.canvas &&
    state.pixelRatio === painted.pixelRatio &&
    state.blinkSide === painted.blinkSide &&
    state.isHeld === painted.isHeld
  );
}
