/** Lightning: an occasional forked bolt that lights up the scene. */
import type { Frame } from "../../compose/frame.ts";
import { toYuv } from "../../compose/planes.ts";
import { between, type Random } from "../../plan/prng.ts";
import { even, type Overlay, paintImage, type Stage } from "../stage.ts";

interface Bolt {
  /** Time of the strike, in seconds. */
  at: number;
  points: { x: number; y: number }[];
}

const FLASH_SECONDS = 0.42;
const WHITE = toYuv(236, 240, 255);

/** Strikes at times that only depend on the prompt. */
export function lightning(stage: Stage): Overlay {
  const random = stage.random("lightning");
  const bolts: Bolt[] = [];
  for (let at = between(random, 0.5, 1.4); at < 10; at += between(random, 1.6, 3.4)) {
    bolts.push({ at, points: fork(stage, random) });
  }
  const sheet = paintImage(even(stage.width), even(stage.height * 0.66), (context) => {
    const glow = context.createLinearGradient(0, 0, 0, stage.height * 0.66);
    glow.addColorStop(0, "rgba(214,224,255,0.5)");
    glow.addColorStop(1, "rgba(214,224,255,0)");
    context.fillStyle = glow;
    context.fillRect(0, 0, stage.width, stage.height);
  });
  return {
    kind: "overlay",
    draw: (frame, { seconds }, view) => {
      for (const bolt of bolts) {
        const age = seconds - bolt.at;
        if (age < 0 || age > FLASH_SECONDS) continue;
        const fade = 1 - age / FLASH_SECONDS;
        const strength = fade * (0.65 + 0.35 * Math.cos(age * 42));
        frame.draw(sheet, { left: 0, top: 0, opacity: Math.max(0, strength) });
        drawBolt(frame, bolt, { shift: view(0.1).x, unit: stage.unit, fade });
      }
    },
  };
}

function fork(stage: Stage, random: Random): { x: number; y: number }[] {
  let x = stage.width * between(random, 0.15, 0.85);
  const points = [];
  for (
    let y = -stage.unit * 2;
    y < stage.height * 0.56;
    y += stage.unit * between(random, 1.4, 3.4)
  ) {
    points.push({ x, y });
    x += stage.unit * between(random, -2.4, 2.4);
  }
  return points;
}

function drawBolt(
  frame: Frame,
  bolt: Bolt,
  { shift, unit, fade }: { shift: number; unit: number; fade: number },
): void {
  for (let index = 1; index < bolt.points.length; index += 1) {
    const from = bolt.points[index - 1];
    const to = bolt.points[index];
    if (!from || !to) continue;
    const line = { x0: from.x + shift, y0: from.y, x1: to.x + shift, y1: to.y };
    frame.streak(line, unit * 1.3, { color: WHITE, opacity: fade * 0.16 });
    frame.streak(line, unit * 0.28, { color: WHITE, opacity: fade });
  }
}
