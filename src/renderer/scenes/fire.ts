/** A campfire in a clearing at night. */

import { paintNightSky } from "#renderer/paint/sky/night-sky.ts";
import { css, hex, mix, shade } from "../paint/color.ts";
import { flames } from "../paint/land/flames.ts";
import { drawPine } from "../paint/land/flora.ts";
import { groundColor, snowOn } from "../paint/land/ground.ts";
import { fillBelow, rolling } from "../paint/land/land.ts";
import { seenAt } from "../paint/palette.ts";
import { glows } from "../paint/sky/particles.ts";
import { paintSky, skyLight } from "../paint/sky/sky.ts";
import { type Layer, type Picture, paintLayer, type Stage } from "../paint/stage.ts";
import { between } from "../plan/prng.ts";

const FIRELIGHT = hex("#ff9a45");
const DEPTH = 0.6;

/** Paints the fire and everything it lights. */
export function paintFire(stage: Stage): Picture {
  const { palette, width, height, unit, padX } = stage;
  const horizon = 0.68;
  const light = skyLight(stage, horizon);
  const at = { x: width / 2, y: height * 0.84 };
  const picture: Picture = [
    paintSky(stage, light, horizon),
    ...paintNightSky(stage, light, horizon),
  ];
  [0.2, 0.38].forEach((depth, index) => {
    const floor = rolling(stage, `fire-floor-${index}`, {
      at: horizon + index * 0.05,
      width: 60,
      height: 7,
    });
    const base = mix(seenAt(palette, hex("#22392f"), depth), palette.dark, 0.3 + index * 0.2);
    const random = stage.random(`fire-wood-${index}`);
    picture.push(
      paintLayer(stage, { depth }, (context) => {
        for (let tree = 0; tree < (index ? 26 : 48); tree += 1) {
          const x = between(random, -padX, width + padX);
          const far = Math.abs(x - at.x) / (width * 0.5);
          const high = unit * (index ? 34 : 24) * between(random, 0.6, 1.2) * (0.7 + far * 0.5);
          const glow = index * Math.max(0, 0.26 - far * 0.3);
          drawPine(
            { context, stage, random },
            {
              x,
              bottom: floor(x) + unit,
              height: high,
              color: mix(base, FIRELIGHT, glow),
              detail: stage.isPro ? 1.8 : 1.3,
              snow: snowOn(stage, depth * 0.5),
            },
          );
        }
        fillBelow({ context, stage }, floor, {
          crest: base,
          bottom: shade(base, 0.6),
          depth: height * 0.2,
        });
      }),
    );
  });
  picture.push(paintClearing(stage, at), paintGlow(stage, at), paintLogs(stage, at));
  picture.push(flames(stage, { x: at.x, y: at.y + unit * 0.4, depth: DEPTH, size: unit * 17 }));
  if (stage.has("embers")) {
    const spread = {
      x0: at.x - unit * 6,
      x1: at.x + unit * 6,
      y0: at.y - unit * 6,
      y1: at.y - unit,
    };
    picture.push(
      glows(stage, {
        name: "embers",
        count: 70,
        color: hex("#ffb060"),
        spread,
        rise: unit * 9,
        size: 0.13,
        depth: DEPTH,
      }),
    );
  }
  return picture;
}

/** The ground, bright near the fire and dark at the edges. */
function paintClearing(stage: Stage, at: { x: number; y: number }): Layer {
  const { palette, height, width, unit, padX, padY } = stage;
  const outline = rolling(stage, "clearing", { at: 0.77, width: 50, height: 5 });
  const soil = groundColor(stage, hex("#4a3a2c"), 0.6);
  const random = stage.random("pebbles");
  return paintLayer(stage, { depth: DEPTH, top: height * 0.66 }, (context) => {
    const dark = mix(seenAt(palette, soil, 1), palette.dark, 0.4);
    fillBelow({ context, stage }, outline, {
      crest: dark,
      bottom: shade(dark, 0.5),
      depth: height * 0.3,
    });
    context.save();
    context.globalCompositeOperation = "source-atop";
    context.translate(at.x, at.y);
    context.scale(1, 0.34);
    const pool = context.createRadialGradient(0, 0, 0, 0, 0, unit * 62);
    pool.addColorStop(0, css(mix(soil, FIRELIGHT, 0.85), 0.95));
    pool.addColorStop(0.3, css(mix(soil, FIRELIGHT, 0.5), 0.6));
    pool.addColorStop(1, css(soil, 0));
    context.fillStyle = pool;
    context.fillRect(-width, -height * 2, width * 2, height * 4);
    context.restore();
    for (let stone = 0; stone < (stage.isPro ? 420 : 180); stone += 1) {
      const x = between(random, -padX, width + padX);
      const y = between(random, outline(x) + unit, height + padY);
      const far = Math.hypot(x - at.x, (y - at.y) * 2.6) / (unit * 50);
      context.fillStyle = css(
        mix(mix(soil, FIRELIGHT, 0.4), palette.dark, Math.min(1, 0.2 + far)),
        0.7,
      );
      context.beginPath();
      context.ellipse(
        x,
        y,
        unit * between(random, 0.2, 0.8),
        unit * between(random, 0.1, 0.3),
        0,
        0,
        6.3,
      );
      context.fill();
    }
  });
}

/** Flickering light in the air around the fire. */
function paintGlow(stage: Stage, at: { x: number; y: number }): Layer {
  const { unit } = stage;
  const reach = unit * 36;
  return paintLayer(
    stage,
    {
      depth: DEPTH,
      top: at.y - reach - unit * 6,
      bottom: at.y + reach,
      opacity: ({ seconds }) =>
        0.74 +
        0.12 * Math.sin(seconds * 9.1) +
        0.08 * Math.sin(seconds * 15.7 + 1) +
        0.06 * Math.sin(seconds * 23 + 2),
    },
    (context) => {
      const glow = context.createRadialGradient(
        at.x,
        at.y - unit * 6,
        0,
        at.x,
        at.y - unit * 6,
        reach,
      );
      glow.addColorStop(0, css(FIRELIGHT, 0.55));
      glow.addColorStop(0.34, css(FIRELIGHT, 0.24));
      glow.addColorStop(0.72, css(FIRELIGHT, 0.06));
      glow.addColorStop(1, css(FIRELIGHT, 0));
      context.fillStyle = glow;
      context.fillRect(at.x - reach, at.y - reach - unit * 6, reach * 2, reach * 2);
    },
  );
}

function paintLogs(stage: Stage, at: { x: number; y: number }): Layer {
  const { unit, palette } = stage;
  const bark = mix(palette.dark, hex("#5a3520"), 0.6);
  return paintLayer(
    stage,
    { depth: DEPTH, top: at.y - unit * 5, bottom: at.y + unit * 8 },
    (context) => {
      context.lineCap = "round";
      for (const [x0, y0, x1, y1] of [
        [-11, 1.6, 7, -2.2],
        [11, 1.6, -7, -2.2],
        [-7, 2.6, 8, 1.6],
      ] as const) {
        for (const [color, width, lift] of [
          [bark, 2.7, 0],
          [mix(bark, FIRELIGHT, 0.55), 1, -0.6],
        ] as const) {
          context.strokeStyle = css(color);
          context.lineWidth = unit * width;
          context.beginPath();
          context.moveTo(at.x + x0 * unit, at.y + (y0 + lift) * unit);
          context.lineTo(at.x + x1 * unit, at.y + (y1 + lift) * unit);
          context.stroke();
        }
      }
      for (let stone = 0; stone < 13; stone += 1) {
        const angle = (stone / 12) * Math.PI;
        context.fillStyle = css(mix(palette.dark, FIRELIGHT, 0.14 + 0.1 * Math.sin(stone * 7)));
        context.beginPath();
        context.ellipse(
          at.x + Math.cos(angle) * unit * 13,
          at.y + unit * (2.2 + Math.sin(angle) * 2.4),
          unit * 1.7,
          unit * 1.2,
          0,
          0,
          6.3,
        );
        context.fill();
      }
    },
  );
}
