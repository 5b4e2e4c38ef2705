/** Selects the painter of a plan's scene, and adds subject and weather. */
import { hex } from "../paint/color.ts";
import { lightning } from "../paint/sky/lightning.ts";
import { birds, glows, petals, rain, snow } from "../paint/sky/particles.ts";
import type { Picture, Stage } from "../paint/stage.ts";
import { paintSubject } from "../paint/subject/subject.ts";
import type { SceneName } from "../plan/scene-plan.ts";
import { paintCity } from "./city.ts";
import { paintDesert } from "./desert.ts";
import { paintFire } from "./fire.ts";
import { paintForest } from "./forest.ts";
import { paintMeadow } from "./meadow.ts";
import { paintMountain } from "./mountain.ts";
import { paintPortrait } from "./portrait.ts";
import { paintSea } from "./sea.ts";
import { paintSpace } from "./space.ts";
import { paintStreet } from "./street.ts";
import { paintUnderwater } from "./underwater.ts";

const PAINTERS: Readonly<Record<SceneName, (stage: Stage) => Picture>> = {
  sea: (stage) => (stage.plan.subject === "fish" ? paintUnderwater(stage) : paintSea(stage)),
  city: (stage) => (stage.has("street") ? paintStreet(stage) : paintCity(stage)),
  forest: paintForest,
  mountain: paintMountain,
  desert: paintDesert,
  meadow: paintMeadow,
  fire: paintFire,
  space: paintSpace,
  portrait: paintPortrait,
};

/** Paints the layers of a scene, back to front. */
export function paintPicture(stage: Stage): Picture {
  const { plan } = stage;
  const isClose = plan.scene === "portrait";
  const isOutside =
    !isClose && plan.scene !== "space" && !(plan.scene === "sea" && plan.subject === "fish");
  return [
    ...PAINTERS[plan.scene](stage),
    ...(isOutside ? paintAir(stage) : []),
    ...(isClose ? [] : paintSubject(stage)),
    ...(plan.scene === "space" ? [] : paintWeather(stage)),
  ];
}

/** Flying and floating things behind the subject. */
function paintAir(stage: Stage): Picture {
  const { width, height, unit } = stage;
  const air: Picture = [];
  if (stage.has("birds") && stage.plan.subject !== "bird") {
    const at = stage.random("flock");
    air.push(
      birds(stage, {
        x: width * (0.25 + 0.3 * at()),
        y: height * (0.18 + 0.14 * at()),
        depth: 0.35,
        count: 7,
      }),
    );
  }
  if (stage.has("fireflies")) {
    const spread = { x0: 0, x1: width, y0: height * 0.55, y1: height };
    air.push(
      glows(stage, {
        name: "fireflies",
        count: 44,
        color: hex("#f4ff9a"),
        spread,
        rise: unit * 1.8,
        size: 0.2,
        depth: 0.8,
      }),
    );
  }
  return air;
}

/** Rain, snow and petals in front of everything. */
function paintWeather(stage: Stage): Picture {
  const { weather, tint } = stage.plan;
  const falling: Picture = [];
  if (weather === "storm") falling.push(lightning(stage));
  if (weather === "rain" || weather === "storm") falling.push(rain(stage));
  if (weather === "snow") falling.push(snow(stage));
  if (stage.has("petals"))
    falling.push(petals(stage, tint === "orange" ? hex("#e0893a") : hex("#f6bccb")));
  return falling;
}
