/** Makes a video's frames of decoded ones. */
import type { PerSide } from "../side.ts";
import type { Context2D } from "../stage/paint-comparison.ts";
import { createWorkCanvas } from "../stage/work-canvas.ts";
import type { ExportLayout } from "./layout.ts";
import type { ExportView, PaintMoment } from "./paint-moment.ts";

export interface ComposeOptions {
  layout: ExportLayout;
  view: ExportView;
  paintMoment: PaintMoment;
  /** Paints the bar alone, on a canvas of its size. */
  paintBar: (context: Context2D, text: string) => void;
}

/** When a frame is shown, and how long, in seconds. */
export interface FrameTime {
  startS: number;
  lengthS: number;
}

/** Gives a frame of the video, to be closed. */
export type Compose = (
  pictures: PerSide<VideoFrame>,
  text: string,
  time: FrameTime,
) => Promise<VideoFrame>;

/** Paints: everything can be painted. */
export function createCanvasComposer({ layout, paintMoment }: ComposeOptions): Compose {
  const context = createWorkCanvas(layout.size, { willReadFrequently: true });
  return async (pictures, text, time) => {
    paintMoment(context, pictures, text);
    return new VideoFrame(context.canvas, pictureTimes(time));
  };
}

/** For the browser, in microseconds. */
export function pictureTimes({ startS, lengthS }: FrameTime) {
  return { timestamp: Math.round(startS * 1e6), duration: Math.round(lengthS * 1e6) };
}
