/** A transparent umbrella for a person in the rain. */
import type { SKRSContext2D } from "@napi-rs/canvas";
import { css, hex, mix } from "../color.ts";
import { type Layer, type LayerMotion, paintLayer, type Stage } from "../stage.ts";

const DEPTH = 0.86;
const RIBS = 6;

/** Paints the umbrella above a head; `sway` is the motion of the person. */
export function paintUmbrella(
  stage: Stage,
  at: { x: number; foot: number; high: number },
  sway: LayerMotion["sway"],
): Layer {
  const { high } = at;
  const top = at.foot - high * 1.2;
  return paintLayer(
    stage,
    { depth: DEPTH, top: top - high * 0.1, bottom: at.foot, ...(sway && { sway }) },
    (context) => drawUmbrella(context, stage, { x: at.x + high * 0.085, top, high }),
  );
}

function drawUmbrella(
  context: SKRSContext2D,
  stage: Stage,
  { x, top, high }: { x: number; top: number; high: number },
): void {
  const { palette } = stage;
  const half = high * 0.36;
  const hem = top + high * 0.27;
  const light = mix(hex("#dfeaff"), palette.lamp, 0.25);
  context.strokeStyle = css(light, 0.9);
  context.lineWidth = high * 0.011;
  context.beginPath();
  context.moveTo(x, top - high * 0.03);
  context.lineTo(x, top + high * 0.69);
  context.stroke();
  context.beginPath();
  context.moveTo(x - half, hem);
  context.bezierCurveTo(x - half, top + high * 0.04, x - half * 0.5, top, x, top);
  context.bezierCurveTo(x + half * 0.5, top, x + half, top + high * 0.04, x + half, hem);
  for (let rib = RIBS; rib > 0; rib -= 1) {
    const from = x - half + (2 * half * rib) / RIBS;
    const to = x - half + (2 * half * (rib - 1)) / RIBS;
    context.quadraticCurveTo((from + to) / 2, hem - high * 0.04, to, hem);
  }
  context.closePath();
  const film = context.createLinearGradient(x - half, top, x + half, hem);
  film.addColorStop(0, css(light, 0.62));
  film.addColorStop(0.5, css(light, 0.34));
  film.addColorStop(1, css(light, 0.56));
  context.fillStyle = film;
  context.fill();
  context.lineWidth = high * 0.008;
  for (let rib = 0; rib <= RIBS; rib += 1) {
    const foot = x - half + (2 * half * rib) / RIBS;
    context.beginPath();
    context.moveTo(x, top);
    context.quadraticCurveTo(x + (foot - x) * 0.85, top + high * 0.04, foot, hem);
    context.stroke();
  }
}
