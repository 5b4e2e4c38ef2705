/** A transparent umbrella for a person in the rain. */
import type { SKRSContext2D } from "@napi-rs/canvas";
import { css, hex, mix } from "../color.ts";
import { type Layer, type LayerMotion, paintLayer, type Stage } from "../stage.ts";

const DEPTH = 0.86;
const RIBS = 6;

/** Paints the umbrella above a head; `sway` is the motion of the person. */
export function paintUmbrella(
  stage: Stage,
  at: { x: number; bottom: number; height: number },
  sway: LayerMotion["sway"],
): Layer {
  const { height } = at;
  const top = at.bottom - height * 1.2;
  return paintLayer(
    stage,
    { depth: DEPTH, top: top - height * 0.1, bottom: at.bottom, ...(sway && { sway }) },
    (context) => drawUmbrella(context, stage, { x: at.x + height * 0.085, top, height }),
  );
}

function drawUmbrella(
  context: SKRSContext2D,
  stage: Stage,
  { x, top, height }: { x: number; top: number; height: number },
): void {
  const { palette } = stage;
  const half = height * 0.36;
  const hem = top + height * 0.27;
  const light = mix(hex("#dfeaff"), palette.lamp, 0.25);
  context.strokeStyle = css(light, 0.9);
  context.lineWidth = height * 0.011;
  context.beginPath();
  context.moveTo(x, top - height * 0.03);
  context.lineTo(x, top + height * 0.69);
  context.stroke();
  context.beginPath();
  context.moveTo(x - half, hem);
  context.bezierCurveTo(x - half, top + height * 0.04, x - half * 0.5, top, x, top);
  context.bezierCurveTo(x + half * 0.5, top, x + half, top + height * 0.04, x + half, hem);
  for (let rib = RIBS; rib > 0; rib -= 1) {
    const from = x - half + (2 * half * rib) / RIBS;
    const to = x - half + (2 * half * (rib - 1)) / RIBS;
    context.quadraticCurveTo((from + to) / 2, hem - height * 0.04, to, hem);
  }
  context.closePath();
  const film = context.createLinearGradient(x - half, top, x + half, hem);
  film.addColorStop(0, css(light, 0.62));
  film.addColorStop(0.5, css(light, 0.34));
  film.addColorStop(1, css(light, 0.56));
  context.fillStyle = film;
  context.fill();
  context.lineWidth = height * 0.008;
  for (let rib = 0; rib <= RIBS; rib += 1) {
    const ribX = x - half + (2 * half * rib) / RIBS;
    context.beginPath();
    context.moveTo(x, top);
    context.quadraticCurveTo(x + (ribX - x) * 0.85, top + height * 0.04, ribX, hem);
    context.stroke();
  }
}
