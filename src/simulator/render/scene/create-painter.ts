/** The painter of one request: plans, paints its layers once, then shows them frame by frame. */
import type { AspectRatio, Mode } from "#kirin/parameters.ts";
import type { ClipRequest } from "../../clip-renderer.ts";
import type { FramePainter } from "../painter.ts";
import { createCamera } from "./camera.ts";
import { composite } from "./composite.ts";
import { createFrame } from "./frame.ts";
import { createMarks } from "./marks.ts";
import { paletteOf } from "./palette.ts";
import { paintPicture } from "./picture.ts";
import { planScene } from "./plan.ts";
import { createStage } from "./stage.ts";

const FRAME_RATE = 24;

const SIZES: Readonly<Record<Mode, Readonly<Record<AspectRatio, readonly [number, number]>>>> = {
  std: { "16:9": [1280, 720], "9:16": [720, 1280], "1:1": [960, 960] },
  pro: { "16:9": [1920, 1080], "9:16": [1080, 1920], "1:1": [1440, 1440] },
};

/** Paints a request's clip. Colours are BT.709, limited range. The same request gives the same bytes. */
export function createPainter(request: ClipRequest): FramePainter {
  const [width, height] = SIZES[request.mode][request.aspectRatio];
  const seconds = request.durationSeconds;
  const frameCount = seconds * FRAME_RATE;
  const plan = planScene(request);
  const stage = createStage(plan, paletteOf(plan), width, height, request.mode === "pro");
  const picture = paintPicture(stage);
  const camera = createCamera(plan, width, height, seconds);
  const marks = createMarks(width, height, request.watermark);
  const frame = createFrame(width, height);
  return {
    frame: { width, height, frameRate: FRAME_RATE, frameCount },
    paint: (index) => {
      composite(frame, picture, camera, {
        seconds: index / FRAME_RATE,
        progress: index / (frameCount - 1),
      });
      for (const { image, left, top } of marks) frame.draw(image, { left, top });
      return frame.planes;
    },
  };
}
