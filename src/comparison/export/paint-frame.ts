/** Paints one frame of an export: the pictures in a view, and a bar with names and time below. */

import type { ViewState } from "../geometry/view-state.ts";
import { type Context2D, createComparisonPainter } from "../paint/paint-comparison.ts";
import type { PerSide } from "../sides.ts";
import { CAPTION_COLOUR, type Caption, type Captions } from "./captions.ts";
import type { ExportLayout, StillView } from "./layout.ts";
import { type BarText, paintBar } from "./paint-text.ts";

/** The view settings that matter for an export. */
export type ExportView = Pick<
  ViewState,
  "divider" | "isHorizontal" | "opacity" | "gain" | "isLumaOnly"
> & { view: StillView };

/** The current view without zoom and blinking. */
export function exportView(state: ViewState): ExportView {
  return { ...state, view: state.view === "blink" ? "side" : state.view };
}

export type PaintFrame = (
  context: Context2D,
  pictures: PerSide<CanvasImageSource>,
  /** The text of the time. */
  time: string,
) => void;

/** Creates a painter, which reuses its work canvases between paints. */
export function createFramePainter(
  { geometry, bar }: ExportLayout,
  captions: Captions,
  view: ExportView,
): PaintFrame {
  const paintComparison = createComparisonPainter();
  const paintTexts = createBarPainter({ geometry, bar }, captions);
  const whole: ViewState = { ...view, blinkMs: null, zoom: null, centreX: 0.5, centreY: 0.5 };
  return (context, pictures, time) => {
    paintComparison(context, { pictures, geometry, view: whole });
    paintTexts(context, time, bar.y);
  };
}

/** Creates a painter for the bar alone, at a given y position. */
export function createBarPainter(
  { geometry, bar }: Pick<ExportLayout, "geometry" | "bar">,
  captions: Captions,
): (context: Context2D, time: string, y: number) => void {
  const [first, second] = geometry.panes;
  return (context, text, y) => {
    const at = { y, height: bar.height };
    const time = { text, colour: CAPTION_COLOUR };
    if ("both" in captions) {
      paintBar(context, { ...bar, ...at }, [name(captions.both), { ...time, align: "right" }]);
    } else if (first && second) {
      paintBar(context, { ...first.rect, ...at }, [name(captions.left)]);
      const texts: BarText[] = [name(captions.right), { ...time, align: "right" }];
      paintBar(context, { ...second.rect, ...at }, texts);
    } else {
      const right: BarText = { ...name(captions.right), align: "right" };
      const texts: BarText[] = [name(captions.left), { ...time, align: "center" }, right];
      paintBar(context, { ...bar, ...at }, texts);
    }
  };
}

function name(caption: Caption): BarText {
  return { ...caption, align: "left", isCut: true };
}
