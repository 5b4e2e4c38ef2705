/** A castle on a crag: walls, a keep, towers with pointed roofs, some lit windows. */
import type { SKRSContext2D } from "@napi-rs/canvas";
import { css, hex, mix, type Rgb, shade } from "../color.ts";
import { snowOn } from "../land/ground.ts";
import { seenAt } from "../palette.ts";
import { type Layer, paintLayer, type Stage } from "../stage.ts";

const DEPTH = 0.46;

/** A tower, in hundredths of the castle. */
interface Tower {
  middle: number;
  /** Half of its width. */
  half: number;
  top: number;
  bottom: number;
}

/** From back to front. */
const TOWERS: readonly Tower[] = [
  { middle: 8, half: 7, top: -84, bottom: -46 },
  { middle: -26, half: 6, top: -66, bottom: -34 },
  { middle: 27, half: 6.5, top: -62, bottom: -32 },
  { middle: -8, half: 10, top: -70, bottom: -28 },
  { middle: -44, half: 6, top: -50, bottom: -20 },
  { middle: 44, half: 6, top: -48, bottom: -20 },
  { middle: 14, half: 5, top: -56, bottom: -22 },
];

/** Paints the castle around a foot point (shares of the frame). */
export function paintCastle(stage: Stage, at: number): Layer {
  const { palette, width, height, unit, plan } = stage;
  const x = width * (stage.random("castle")() < 0.5 ? 0.36 : 0.64);
  const bottom = height * at;
  const size = Math.min(unit * 0.4, height * 0.0048);
  const stone = seenAt(palette, hex("#b3a696"), DEPTH + 0.16);
  const roof = seenAt(palette, hex("#5a4a6e"), DEPTH + 0.16);
  const rock = seenAt(palette, hex("#4b4f55"), DEPTH + 0.1);
  const hasLamps = plan.timeOfDay === "night" || plan.timeOfDay === "sunset";
  return paintLayer(
    stage,
    { depth: DEPTH, top: bottom - size * 112, bottom: bottom + size * 40 },
    (context) => {
      context.translate(x, bottom);
      context.scale(size, size);
      drawCrag(context, rock, snowOn(stage, DEPTH + 0.1));
      for (const tower of TOWERS) {
        drawTower(context, tower, { stone, roof: snowOn(stage, DEPTH + 0.2) ?? roof });
        if (hasLamps) drawLamps(context, tower, palette.lamp);
      }
      drawWall(context, stone);
    },
  );
}

function drawCrag(context: SKRSContext2D, rock: Rgb, snow: Rgb | null): void {
  const fall = context.createLinearGradient(-60, -30, 60, 40);
  fall.addColorStop(0, css(mix(rock, snow ?? [255, 240, 220], snow ? 0.7 : 0.16)));
  fall.addColorStop(1, css(shade(rock, 0.6)));
  context.fillStyle = fall;
  context.beginPath();
  context.moveTo(-150, 40);
  for (const [x, y] of [
    [-104, 20],
    [-88, -2],
    [-70, -8],
    [-58, -22],
    [56, -24],
    [70, -9],
    [84, -4],
    [100, 16],
    [150, 40],
  ] as const)
    context.lineTo(x, y);
  context.fill();
  context.strokeStyle = css(shade(rock, 0.5), 0.5);
  context.lineWidth = 1.1;
  for (let crack = -84; crack < 90; crack += 13) {
    context.beginPath();
    context.moveTo(crack, -14 + Math.abs(crack) * 0.16);
    context.lineTo(crack * 1.12 + 3, 4);
    context.lineTo(crack * 1.2 - 2, 30);
    context.stroke();
  }
}

function drawTower(
  context: SKRSContext2D,
  { middle, half, top, bottom }: Tower,
  { stone, roof }: { stone: Rgb; roof: Rgb },
): void {
  const round = context.createLinearGradient(middle - half, 0, middle + half, 0);
  round.addColorStop(0, css(shade(stone, 1.08)));
  round.addColorStop(0.4, css(stone));
  round.addColorStop(1, css(shade(stone, 0.6)));
  context.fillStyle = round;
  context.fillRect(middle - half, top, half * 2, bottom - top);
  context.fillRect(middle - half * 1.16, top, half * 2.32, half * 0.5);
  const slope = context.createLinearGradient(middle - half, 0, middle + half, 0);
  slope.addColorStop(0, css(shade(roof, 1.15)));
  slope.addColorStop(1, css(shade(roof, 0.6)));
  context.fillStyle = slope;
  context.beginPath();
  context.moveTo(middle - half * 1.3, top + 0.4);
  context.lineTo(middle, top - half * 2.7);
  context.lineTo(middle + half * 1.3, top + 0.4);
  context.fill();
}

function drawLamps(context: SKRSContext2D, { middle, half, top }: Tower, lamp: Rgb): void {
  context.fillStyle = css(lamp, 0.9);
  context.fillRect(middle - half * 0.16, top + half * 1.1, half * 0.34, half * 0.7);
  context.fillRect(middle - half * 0.16, top + half * 2.6, half * 0.34, half * 0.7);
}

/** The curtain wall with battlements and a gate. */
function drawWall(context: SKRSContext2D, stone: Rgb): void {
  const face = context.createLinearGradient(-50, 0, 50, 0);
  face.addColorStop(0, css(shade(stone, 1.02)));
  face.addColorStop(1, css(shade(stone, 0.72)));
  context.fillStyle = face;
  context.fillRect(-46, -34, 92, 16);
  for (let x = -46; x < 45; x += 5) context.fillRect(x, -37, 3, 3.4);
  context.fillStyle = css(shade(stone, 0.22));
  context.beginPath();
  context.moveTo(-5, -18);
  context.lineTo(-5, -25);
  context.arc(0, -25, 5, Math.PI, 0);
  context.lineTo(5, -18);
  context.fill();
}
