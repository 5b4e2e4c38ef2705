/** Renders a contact sheet: several frames of both clips, one row per clip. Works in a worker. */

import { createTimeline } from "../clock/timeline.ts";
import { fitTogether } from "../geometry/fitting.ts";
import { createWorkCanvas } from "../paint/work-canvas.ts";
import { SIDES } from "../sides.ts";
import { CAPTION_COLOUR } from "./captions.ts";
import { readPairs } from "./frame-reader.ts";
import { PICTURE_FIELDS, type Result, type SheetJob } from "./job.ts";
import { paintBar } from "./paint-text.ts";
import { layOutSheet, sheetFrames } from "./sheet-layout.ts";

/** Renders the sheet as PNG. `onProgress` gets the completed part, 0 to 1. */
export async function renderSheet(
  job: SheetJob,
  onProgress: (part: number) => void,
): Promise<Result> {
  const { media, captions, region } = job;
  const timeline = createTimeline(media, job.offsetFrames);
  const fitted = fitTogether(media);
  const frames = sheetFrames(region, job.columns);
  const layout = layOutSheet(fitted.frame, frames.length);
  const context = createWorkCanvas(layout.size, { willReadFrequently: true });
  context.imageSmoothingQuality = "high";
  context.fillStyle = "black";
  context.fillRect(0, 0, layout.size.width, layout.size.height);
  for (const side of SIDES) {
    paintBar(context, layout.names[side], [{ ...captions[side], align: "left", isCut: true }]);
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
  for await (const { pictures } of readPairs(reading, frames)) {
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
    const time = { text: job.times[column] ?? "", colour: CAPTION_COLOUR };
    paintBar(context, layout.time(column), [{ ...time, align: "center" }]);
    column += 1;
    onProgress(column / (frames.length + 1));
  }
  const blob = await context.canvas.convertToBlob({ type: "image/png" });
  return { ok: true, file: { blob, ...layout.size, ...PICTURE_FIELDS, damagedFrames } };
}
