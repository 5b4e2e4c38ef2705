/** Positions the overlay above the canvas with CSS variables, so that moving the picture needs no React render. */

import { intersect, type Rect } from "../geometry/shapes.ts";
import { dividerAt, wipeHalves } from "../geometry/stage-geometry.ts";
import { SIDES } from "../sides.ts";
import type { StageModel } from "./stage-model.ts";

/** Sets `--left-x`, `--left-y`, `--left-width`, `--left-height`, the same for the right side, and `--divider`. */
export function placeOverlay(box: HTMLElement, model: StageModel): void {
  const { panes, pixelRatio } = model.geometry();
  const view = model.view.getState();
  const [first, second = first] = panes;
  if (!first || !second) return;
  const halves = view.view === "wipe" ? wipeHalves(first, view) : null;
  const places: Record<string, Rect> = { left: first.seen, right: second.seen };
  const set = (name: string, pixels: number) =>
    box.style.setProperty(`--${name}`, `${pixels / pixelRatio}px`);
  for (const side of SIDES) {
    const seen = places[side] ?? first.seen;
    const { x, y, width, height } = halves ? intersect(seen, halves[side]) : seen;
    set(`${side}-x`, x);
    set(`${side}-y`, y);
    set(`${side}-width`, width);
    set(`${side}-height`, height);
  }
  set("divider", dividerAt(first.seen, view));
}
