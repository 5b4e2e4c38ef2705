/** Paints one frame of an export: the pictures in a view, and a bar with names and time below. */

import type { Timeline } from "#comparison/clock/timeline.ts";
import type { ViewState } from "#comparison/geometry/view-state.ts";
import { type Context2D, createComparisonPainter } from "#comparison/paint/paint-comparison.ts";
import { mapSides, type PerSide } from "#comparison/sides.ts";
import { formatDecimal } from "#messages/common.ts";
import * as messages from "#messages/export.ts";
import { type SideLabel, TEXT_COLOUR } from "./labels.ts";
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

export type PaintMoment = (
  context: Context2D,
  pictures: PerSide<CanvasImageSource>,
  /** The text of the time. */
  time: string,
) => void;

/** The time of a frame of the common timeline, and its frame numbers on both sides, counted from 1. */
export function momentText({ frameRate, frameOf }: Timeline, frame: number): string {
  return messages.moment(
    formatDecimal(frame / frameRate, 2),
    frameOf("left", frame) + 1,
    frameOf("right", frame) + 1,
  );
}

/** Creates a painter, which reuses its work canvases between paints. */
export function createMomentPainter(
  { geometry, bar }: ExportLayout,
  labels: PerSide<SideLabel>,
  view: ExportView,
): PaintMoment {
  const paintComparison = createComparisonPainter();
  const paintTexts = createBarPainter({ geometry, bar }, labels, view);
  const whole: ViewState = { ...view, blinkMs: null, zoom: null, centreX: 0.5, centreY: 0.5 };
  return (context, pictures, time) => {
    paintComparison(context, pictures, geometry, whole);
    paintTexts(context, time, bar.y);
  };
}

/** Creates a painter for the bar alone, at a given y position. */
export function createBarPainter(
  { geometry, bar }: Pick<ExportLayout, "geometry" | "bar">,
  labels: PerSide<SideLabel>,
  view: ExportView,
): (context: Context2D, time: string, y: number) => void {
  const [first, second] = geometry.panes;
  return (context, time, y) => {
    const at = { y, height: bar.height };
    const when: BarText = { text: time, colour: TEXT_COLOUR, align: "right" };
    if (first && second) {
      paintBar(context, { ...first.rect, ...at }, [name(labels.left, "left")]);
      paintBar(context, { ...second.rect, ...at }, [name(labels.right, "left"), when]);
    } else paintBar(context, { ...bar, ...at }, textsInOne(labels, view, when));
  };
}

function name({ name: text, colour }: SideLabel, align: BarText["align"]): BarText {
  return { text, colour, align, isCut: true };
}

/** The texts when both sides share one picture. */
function textsInOne(
  labels: PerSide<SideLabel>,
  { view, isHorizontal, opacity, gain }: ExportView,
  when: BarText,
): BarText[] {
  const names = mapSides(labels, (label) => label.name);
  const inOne = (text: string) => [name({ name: text, colour: TEXT_COLOUR }, "left"), when];
  if (view === "overlay") return inOne(messages.overlaid(names, Math.round(opacity * 100)));
  if (view === "difference") return inOne(messages.difference(names, gain));
  const { left, right } = labels;
  const above = { ...left, name: messages.aboveDivider(left.name) };
  const below = { ...right, name: messages.belowDivider(right.name) };
  return [
    name(isHorizontal ? above : left, "left"),
    { ...when, align: "center" },
    name(isHorizontal ? below : right, "right"),
  ];
}
