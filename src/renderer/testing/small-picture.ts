/** Small versions of a clip's pictures, because tests render many of them. */
import { createCamera } from "../compose/camera.ts";
import { composite } from "../compose/composite.ts";
import { createFrame } from "../compose/frame.ts";
import { createStage } from "../paint/stage.ts";
import { planScene } from "../plan/plan.ts";
import { paintPicture } from "../scenes/picture.ts";

const SIZES = { "16:9": [320, 180], "9:16": [180, 320], "1:1": [240, 240] } as const;

interface SmallOptions {
  negative?: string;
  ratio?: keyof typeof SIZES;
  isPro?: boolean;
}

/** Paints small frames of a five-second clip. Each call returns a copy of the frame at a second. */
export function smallPicture(
  prompt: string,
  { negative = "", ratio = "16:9", isPro = false }: SmallOptions = {},
): (seconds: number) => Uint8Array {
  const [width, height] = SIZES[ratio];
  const plan = planScene({ prompt, negativePrompt: negative });
  const stage = createStage(plan, { width, height, isPro });
  const picture = paintPicture(stage);
  const camera = createCamera(plan, { width, height, seconds: 5 });
  const frame = createFrame(width, height);
  return (seconds) => {
    composite(frame, { picture, camera }, { seconds, progress: seconds / 5 });
    return frame.planes.data.slice();
  };
}

/** Mean difference of two frames' samples. */
export function difference(a: Uint8Array, b: Uint8Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index += 1) {
    sum += Math.abs((a[index] ?? 0) - (b[index] ?? 0));
  }
  return sum / a.length;
}
