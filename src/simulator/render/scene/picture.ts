/** Chooses who paints a plan's scene, and adds what can be in any of them: subject and weather. */
import type { SceneName } from "./scene-plan.ts";
import { paintCity } from "./scenes/city.ts";
import { paintDesert } from "./scenes/desert.ts";
import { paintForest } from "./scenes/forest.ts";
import { paintMeadow } from "./scenes/meadow.ts";
import { paintMountain } from "./scenes/mountain.ts";
import { paintSea } from "./scenes/sea.ts";
import { paintSpace } from "./scenes/space.ts";
import type { Picture, Stage } from "./stage.ts";

const PAINTERS: Readonly<Record<SceneName, (stage: Stage) => Picture>> = {
  sea: paintSea,
  city: paintCity,
  forest: paintForest,
  mountain: paintMountain,
  desert: paintDesert,
  meadow: paintMeadow,
  fire: paintMeadow,
  space: paintSpace,
  portrait: paintMeadow,
};

/** Paints the layers of a stage's scene, back to front. */
export function paintPicture(stage: Stage): Picture {
  return PAINTERS[stage.plan.scene](stage);
}
