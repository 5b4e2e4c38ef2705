/** Composes the frames of a video from decoded frames. */

import type { Context2D } from "../paint/paint-comparison.ts";
import { createWorkCanvas } from "../paint/work-canvas.ts";
import type { PerSide } from "../sides.ts";
import type { ExportLayout } from "./layout.ts";
import type { ExportView, PaintFrame } from "./paint-frame.ts";

export interface ComposeOptions {
  layout: ExportLayout;
  view: ExportView;
  paintFrame: PaintFrame;
  /** Paints only the bar, on a canvas of its size. */
  paintBar: (context: Context2D, text: string) => void;
}

/** Start and duration of a frame, in seconds. */
export interface FrameTime {
  startS: number;
  lengthS: number;
}

/** Returns a frame of the video; the caller closes it. */
export type Compose = (
  pictures: PerSide<VideoFrame>,
  text: string,
  time: FrameTime,
) => Promise<VideoFrame>;

/** Composes by painting, which supports all views and formats. */
export function createCanvasComposer({ layout, paintFrame }: ComposeOptions): Compose {
  const context = createWorkCanvas(layout.size, { willReadFrequently: true });
  return async (pictures, text, time) => {
    paintFrame(context, pictures, text);
    return new VideoFrame(context.canvas, pictureTimes(time));
  };
}

/** Converts to microseconds for WebCodecs. */
export function pictureTimes({ startS, lengthS }: FrameTime) {
  return { timestamp: Math.round(startS * 1e6), duration: Math.round(lengthS * 1e6) };
}
