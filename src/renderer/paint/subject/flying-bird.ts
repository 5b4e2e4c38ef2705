/** A large bird in flight, its wings painted at several phases of a beat. */
import type { SKRSContext2D } from "@napi-rs/canvas";
import type { PlanarImage } from "../../compose/planes.ts";
import { css, mix, type Rgb } from "../color.ts";
import { even, type Overlay, paintImage, type Stage } from "../stage.ts";

const PHASES = 24;

/** A bird that crosses the middle of the frame during the clip. */
export function flyingBird(stage: Stage): Overlay {
  const { width, height, unit, palette } = stage;
  const size = unit * 17;
  const wide = even(size * 2.6);
  const high = even(size * 2.2);
  const rim = mix(palette.horizon, palette.disc, 0.5);
  const body = mix(palette.dark, palette.haze, 0.12);
  const images: PlanarImage[] = Array.from({ length: PHASES }, (_, phase) =>
    paintImage(wide, high, (context) => {
      context.translate(wide / 2, high / 2);
      context.scale(size / 100, size / 100);
      const beat = Math.sin((phase / PHASES) * Math.PI * 2);
      drawBird(context, beat, { color: rim, offset: -1.6 });
      drawBird(context, beat, { color: body, offset: 0 });
    }),
  );
  return {
    kind: "overlay",
    draw: (frame, { seconds, progress }, view) => {
      const at = view(0.7);
      const beats = seconds * 1.25 * PHASES;
      const image = images[Math.floor(beats) % PHASES];
      if (!image) return;
      const x = width * (0.34 + 0.34 * progress) + at.x - wide / 2;
      const y =
        height * (0.42 - 0.07 * Math.sin(progress * Math.PI)) -
        Math.sin((beats / PHASES) * Math.PI * 2) * unit * 0.7 +
        at.y -
        high / 2;
      frame.draw(image, { left: x, top: y });
    },
  };
}

/** The bird from the side with both wings; `beat` is -1 (wings down) to 1 (up). */
function drawBird(
  context: SKRSContext2D,
  beat: number,
  { color, offset }: { color: Rgb; offset: number },
): void {
  context.save();
  context.translate(offset * 0.6, offset);
  context.fillStyle = css(color);
  const tip = -88 * beat;
  const elbow = -34 * beat - 16;
  for (const [lean, share] of [
    [16, 0.82],
    [-8, 1],
  ] as const) {
    context.beginPath();
    context.moveTo(18, -5);
    context.bezierCurveTo(
      12 + lean,
      elbow * share,
      -6 + lean,
      tip * share * 0.8,
      -34 + lean,
      tip * share,
    );
    for (let feather = 0; feather < 4; feather += 1) {
      const t = (feather + 1) / 4;
      context.lineTo(-40 + lean + t * 8, tip * share * (1 - t * 0.55) + 9 * t);
      context.lineTo(-32 + lean + t * 9, tip * share * (1 - t * 0.62) + 5 * t);
    }
    context.quadraticCurveTo(-20, elbow * 0.3, -26, 4);
    context.closePath();
    context.fill();
  }
  context.beginPath();
  context.moveTo(62, -5);
  context.quadraticCurveTo(52, -13, 40, -10);
  context.bezierCurveTo(20, -12, -20, -9, -44, 0);
  context.lineTo(-78, -4);
  context.lineTo(-70, 3);
  context.lineTo(-80, 10);
  context.lineTo(-44, 8);
  context.bezierCurveTo(-14, 16, 22, 13, 44, 1);
  context.closePath();
  context.fill();
  context.restore();
}
