/** Exports the current frame as a still at the clips' full size. */

import type { Timeline } from "../clock/timeline.ts";
import type { ComparisonState, ShownFrames } from "../engine/comparison.ts";
import type { Fitted } from "../geometry/fitting.ts";
import { createWorkCanvas } from "../paint/work-canvas.ts";
import { SIDES } from "../sides.ts";
import type { Captions } from "./captions.ts";
import { PICTURE_FIELDS, type Result } from "./job.ts";
import { layOut } from "./layout.ts";
import { createFramePainter, type ExportView } from "./paint-frame.ts";

/** Gap between two pictures. */
const GAP = 8;

interface StillOptions {
  shown: ShownFrames;
  timeline: Timeline;
  fitted: Fitted;
  view: ExportView;
  captions: Captions;
  /** The time of the frame, as it is shown. */
  time: string;
  damage: ComparisonState["damage"];
}

/** Paints immediately, before the pictures are closed, and resolves to a PNG. */
export async function makeStill(options: StillOptions): Promise<Result> {
  const { shown, timeline, fitted, captions, time, view, damage } = options;
  const layout = layOut(fitted, view.view, { gap: GAP });
  const context = createWorkCanvas(layout.size, { willReadFrequently: true });
  const pictures = { left: shown.left.image, right: shown.right.image };
  createFramePainter(layout, captions, view)(context, pictures, time);
  const blob = await context.canvas.convertToBlob({ type: "image/png" });
  const damagedFrames = SIDES.filter((side) => {
    const own = timeline.frameOf(side, shown.frame);
    const isLost = damage[side].some(({ first, last }) => own >= first && own <= last);
    return isLost && shown[side].index !== own;
  }).length;
  return { ok: true, file: { blob, ...layout.size, ...PICTURE_FIELDS, damagedFrames } };
}
