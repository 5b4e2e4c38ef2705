/** Renders a contact sheet: both clips at several moments, one row each. Works in a worker. */

import { createTimeline } from "#comparison/clock/timeline.ts";
import { fitTogether } from "#comparison/geometry/fitting.ts";
import { createWorkCanvas } from "#comparison/paint/work-canvas.ts";
import { SIDES } from "#comparison/sides.ts";
import { formatDecimal } from "#messages/common.ts";
import * as messages from "#messages/export.ts";
import { readPairs } from "./frame-reader.ts";
import { PLAIN, type Result, type SheetJob } from "./job.ts";
import { TEXT_COLOUR } from "./labels.ts";
import { paintBar } from "./paint-text.ts";
import { layOutSheet, momentsOf } from "./sheet-layout.ts";

/** Renders the sheet as PNG. `onProgress` gets the completed part, 0 to 1. */
export async function renderSheet(
  job: SheetJob,
  onProgress: (part: number) => void,
): Promise<Result> {
  const { media, labels, region } = job;
  const timeline = createTimeline(media, job.offsetFrames);
  const fitted = fitTogether(media);
  const frames = momentsOf(region, job.columns);
  const layout = layOutSheet(fitted.frame, frames.length);
  const context = createWorkCanvas(layout.size, { willReadFrequently: true });
  context.imageSmoothingQuality = "high";
  context.fillStyle = "black";
  context.fillRect(0, 0, layout.size.width, layout.size.height);
  for (const side of SIDES) {
    const { name, colour } = labels[side];
    paintBar(context, layout.names[side], [{ text: name, colour, align: "left", isCut: true }]);
  }
  let column = 0;
  let damagedFrames = 0;
  const reading = {
    media,
    timeline,
    onDamage(frameCount: number) {
      damagedFrames += frameCount;
    },
  };
  for await (const { frame, pictures } of readPairs(reading, frames)) {
    for (const side of SIDES) {
      const { x, y, scale } = layout.cell(side, column);
      const { rect } = fitted[side];
      context.drawImage(
        pictures[side],
        x + rect.x * scale,
        y + rect.y * scale,
        rect.width * scale,
        rect.height * scale,
      );
    }
    const text = messages.seconds(formatDecimal(frame / timeline.frameRate, 2));
    paintBar(context, layout.time(column), [{ text, colour: TEXT_COLOUR, align: "center" }]);
    column += 1;
    onProgress(column / (frames.length + 1));
  }
  const blob = await context.canvas.convertToBlob({ type: "image/png" });
  return { ok: true, made: { blob, ...layout.size, ...PLAIN, damagedFrames } };
}
