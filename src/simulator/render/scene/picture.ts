/** Chooses who paints a plan's scene. */
import { paintMeadow } from "./scenes/meadow.ts";
import type { Picture, Stage } from "./stage.ts";

/** Paints the layers of a stage's scene, back to front. */
export function paintPicture(stage: Stage): Picture {
  return paintMeadow(stage);
}
