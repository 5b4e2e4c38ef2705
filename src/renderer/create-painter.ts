/** The painter of one request: plans the scene, paints its layers once, then composites them frame by frame. */
import type { AspectRatio, Mode } from "#kirin/parameters.ts";
import type { ClipRequest } from "./clip-request.ts";
import { createCamera } from "./compose/camera.ts";
import { composite } from "./compose/composite.ts";
import { createFrame } from "./compose/frame.ts";
import { createMarks } from "./compose/marks.ts";
import type { FramePainter } from "./frame-painter.ts";
import { createStage } from "./paint/stage.ts";
import { planScene } from "./plan/plan.ts";
import { paintPicture } from "./scenes/picture.ts";

const FRAME_RATE = 24;

const SIZES: Readonly<Record<Mode, Readonly<Record<AspectRatio, readonly [number, number]>>>> = {
  std: { "16:9": [1280, 720], "9:16": [720, 1280], "1:1": [960, 960] },
  pro: { "16:9": [1920, 1080], "9:16": [1080, 1920], "1:1": [1440, 1440] },
};

/**
 * Creates the painter of a request's clip. Colours are BT.709, limited range. The same request gives the same
 * bytes.
 */
export function createPainter(request: ClipRequest): FramePainter {
  const [width, height] = SIZES[request.mode][request.aspectRatio];
  const seconds = request.durationSeconds;
  const frameCount = seconds * FRAME_RATE;
  const plan = planScene(request);
  const stage = createStage(plan, { width, height, isPro: request.mode === "pro" });
  const picture = paintPicture(stage);
  const camera = createCamera(plan, { width, height, seconds });
  const marks = createMarks(width, height, request.watermark);
  const frame = createFrame(width, height);
  return {
    frame: { width, height, frameRate: FRAME_RATE, frameCount },
    paint: (index) => {
      const time = { seconds: index / FRAME_RATE, progress: index / (frameCount - 1) };
      composite(frame, { picture, camera }, time);
      for (const { image, left, top } of marks) frame.draw(image, { left, top });
      return frame.planes;
    },
  };
}
