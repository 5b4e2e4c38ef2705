/** Rows of buildings with several kinds of roofs and some lit windows. */
import type { SKRSContext2D } from "@napi-rs/canvas";
import { between } from "../../plan/prng.ts";
import type { Brush } from "../brush.ts";
import { css, hex, mix, type Rgb, shade } from "../color.ts";
import { snowOn } from "../land/ground.ts";
import { seenAt } from "../palette.ts";
import type { Stage } from "../stage.ts";

/** One depth of a skyline. */
export interface CityRow {
  name: string;
  depth: number;
  /** Foot of the row, as a share of the frame's height. */
  bottom: number;
  /** Maximum height and usual width of a building, in units. */
  height: number;
  width: number;
}

interface Building {
  color: Rgb;
  x: number;
  width: number;
  top: number;
  bottom: number;
}

/** Colours of signs when the prompt asks for neon or the city is at night. */
const NEON = [hex("#ff4fa0"), hex("#3fe0ff"), hex("#a06bff"), hex("#ffb347")];

/** Draws one row across the stage, including overscan. Repeated calls draw the same. */
export function drawBuildings(context: SKRSContext2D, stage: Stage, row: CityRow): void {
  const { palette, unit, width, height, padX, plan } = stage;
  const random = stage.random(`city-${row.name}`);
  const body = seenAt(
    palette,
    mix(hex("#59667c"), palette.dark, row.depth * 0.62),
    row.depth + 0.12,
  );
  let x = -padX - unit * 4;
  while (x < width + padX) {
    const wide = unit * row.width * between(random, 0.6, 1.35);
    const middle = Math.abs(x + wide / 2 - width * 0.46) / width;
    // The tallest buildings are slightly left of the middle.
    const peak = 1 - Math.min(0.62, middle * 1.25);
    const high = unit * row.height * peak * between(random, 0.42, 1);
    const bottom = height * row.bottom;
    const color = shade(body, between(random, 0.86, 1.14));
    const building = { color, x, width: wide, top: bottom - high, bottom };
    drawBuilding({ context, stage, random }, row, building);
    x += wide * (random() < 0.2 ? 1.18 : 0.99);
  }
  if (row.name === "near" && plan.timeOfDay === "night" && stage.has("lights"))
    drawSigns(context, stage, row);
}

function drawBuilding(brush: Brush, row: CityRow, at: Building): void {
  const { context, stage, random } = brush;
  const { palette, unit } = stage;
  const { color } = at;
  const wall = context.createLinearGradient(at.x, 0, at.x + at.width, 0);
  wall.addColorStop(0, css(mix(color, palette.horizon, 0.16)));
  wall.addColorStop(0.55, css(color));
  wall.addColorStop(1, css(shade(color, 0.78)));
  context.fillStyle = wall;
  context.fillRect(at.x, at.top, at.width, at.bottom - at.top);
  const roof = random();
  const middle = at.x + at.width / 2;
  if (roof < 0.3) {
    const step = unit * between(random, 1.5, 4);
    context.fillRect(at.x + at.width * 0.18, at.top - step, at.width * 0.64, step + 1);
    context.fillRect(at.x + at.width * 0.34, at.top - step * 1.7, at.width * 0.32, step);
  } else if (roof < 0.45 && at.width < unit * row.width) {
    context.beginPath();
    context.moveTo(at.x, at.top + 1);
    context.quadraticCurveTo(
      middle,
      at.top - unit * 2,
      middle,
      at.top - unit * between(random, 5, 9),
    );
    context.quadraticCurveTo(middle, at.top - unit * 2, at.x + at.width, at.top + 1);
    context.fill();
  } else if (roof < 0.62) {
    context.fillRect(middle - unit * 0.1, at.top - unit * 5, unit * 0.2, unit * 5);
    context.fillRect(middle - at.width * 0.2, at.top - unit * 0.8, at.width * 0.4, unit);
  }
  const snow = snowOn(stage, row.depth + 0.2);
  if (snow && roof >= 0.3) {
    context.fillStyle = css(snow);
    const thickness = unit * (0.35 + row.depth * 0.5);
    context.fillRect(at.x, at.top - thickness * 0.4, at.width, thickness);
  }
  drawWindows(brush, row, at);
}

function drawWindows({ context, stage, random }: Brush, row: CityRow, at: Building): void {
  const { palette, unit, plan } = stage;
  const isDay = plan.timeOfDay === "day";
  const share = !stage.has("lights") ? 0 : isDay ? 0 : plan.timeOfDay === "night" ? 0.42 : 0.2;
  const pitch = unit * (0.5 + row.depth * 0.95) * (stage.isPro ? 0.86 : 1);
  const glass = mix(at.color, palette.skyMiddle, 0.22);
  const warm = mix(palette.lamp, hex("#fff3dc"), random() * 0.6);
  const cool = mix(warm, hex("#bfe0ff"), 0.55);
  const haze = mix(warm, palette.haze, (1 - row.depth) * 0.4);
  const columns = Math.floor((at.width - pitch * 0.6) / pitch);
  const left = at.x + (at.width - columns * pitch) / 2;
  const isStriped = random() < 0.3;
  for (let y = at.top + pitch; y < at.bottom - pitch * 1.5; y += pitch * 1.35) {
    for (let column = 0; column < columns; column += 1) {
      const chance = random();
      const isLit = chance < share;
      if (!isLit && !stage.isPro && row.depth < 0.3) continue;
      context.fillStyle = isLit
        ? css(chance < share * 0.22 ? cool : haze, 0.55 + (chance / share) * 0.45)
        : css(glass, 0.5);
      const width = isStriped ? pitch * 0.86 : pitch * 0.54;
      context.fillRect(left + column * pitch + (pitch - width) / 2, y, width, pitch * 0.66);
    }
  }
}

function drawSigns(context: SKRSContext2D, stage: Stage, row: CityRow): void {
  const { unit, width, height } = stage;
  const random = stage.random("signs");
  for (let index = 0; index < 9; index += 1) {
    const x = between(random, 0, width);
    const y = height * row.bottom - unit * between(random, 4, 15);
    const color = NEON[index % NEON.length] ?? hex("#ffffff");
    const high = unit * between(random, 2.5, 6);
    context.save();
    context.shadowColor = css(color);
    context.shadowBlur = unit * 3;
    context.fillStyle = css(mix(color, [255, 255, 255], 0.25), 0.92);
    context.fillRect(x, y, unit * 0.9, high);
    context.restore();
  }
}
