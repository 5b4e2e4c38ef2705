/** Small moving things in the air, drawn in every frame. */
import { projectPoint } from "../../compose/camera.ts";
import type { Frame } from "../../compose/frame.ts";
import { toYuv } from "../../compose/planes.ts";
import { between } from "../../plan/prng.ts";
import type { Rgb } from "../color.ts";
import type { Overlay, Stage } from "../stage.ts";

/** Rain in front of everything. Nearer drops are longer and faster. */
export function rain(stage: Stage): Overlay {
  const random = stage.random("rain");
  const isStorm = stage.plan.weather === "storm";
  const count = Math.round((isStorm ? 420 : 300) * (stage.isPro ? 1.35 : 1));
  const drops = Array.from({ length: count }, () => ({
    x: random(),
    y: random(),
    near: random() ** 1.6,
  }));
  const color = toYuv(208, 219, 232);
  const slant = isStorm ? 0.32 : 0.1;
  const { width, height, unit } = stage;
  return overlay((frame, seconds, view) => {
    for (const drop of drops) {
      const speed = 1.5 + drop.near * 1.3;
      const fall = wrap(drop.y + (seconds * speed) / 1.3, 1.3) * height * 1.2 - height * 0.1;
      const at = view(0.5 + drop.near * 0.5);
      const across =
        wrap(drop.x + at.x / width + slant * (fall / width), 1) * 1.2 * width - width * 0.1;
      const length = unit * (2.2 + drop.near * 6);
      frame.streak(
        { x0: across, y0: fall, x1: across + length * slant, y1: fall + length },
        unit * (0.1 + drop.near * 0.13),
        { color, opacity: 0.16 + drop.near * 0.3 },
      );
    }
  });
}

/** Snow: slow, swaying, soft. */
export function snow(stage: Stage): Overlay {
  const random = stage.random("snow");
  const count = stage.isPro ? 420 : 300;
  const flakes = Array.from({ length: count }, () => ({
    x: random(),
    y: random(),
    near: random() ** 2.4,
    phase: random() * 6.28,
  }));
  const color = toYuv(246, 249, 255);
  const { width, height, unit } = stage;
  return overlay((frame, seconds, view) => {
    for (const flake of flakes) {
      const speed = 0.07 + flake.near * 0.16;
      const swing =
        Math.sin(seconds * (0.7 + flake.near) + flake.phase) * unit * (0.6 + flake.near * 1.6);
      const x =
        wrap(flake.x + seconds * 0.025 + view(0.3 + flake.near * 0.7).x / width, 1) * 1.1 - 0.05;
      const y = wrap(flake.y + seconds * speed, 1) * 1.1 - 0.05;
      frame.dot({ x: x * width + swing, y: y * height }, unit * (0.14 + flake.near * 0.75), {
        color,
        opacity: 0.85 - flake.near * 0.35,
      });
    }
  });
}

/** Style of rising lights, such as sparks or fireflies. */
interface GlowStyle {
  name: string;
  count: number;
  color: Rgb;
  /** Where they start, in frame pixels. */
  spread: { x0: number; x1: number; y0: number; y1: number };
  /** Speed of rising, in pixels per second. */
  rise: number;
  size: number;
  depth: number;
}

/** Small lights that rise, wander and fade. */
export function glows(stage: Stage, style: GlowStyle): Overlay {
  const random = stage.random(style.name);
  const { unit } = stage;
  const { spread } = style;
  const lights = Array.from({ length: Math.round(style.count * (stage.isPro ? 1.4 : 1)) }, () => ({
    x: between(random, spread.x0, spread.x1),
    y: between(random, spread.y0, spread.y1),
    life: between(random, 1.8, 4.2),
    age: random() * 4,
    phase: random() * 6.28,
    size: between(random, 0.5, 1.2),
  }));
  const color = toYuv(...style.color);
  return overlay((frame, seconds, view) => {
    const at = view(style.depth);
    for (const light of lights) {
      const age = wrap((seconds + light.age) / light.life, 1);
      const glow = Math.sin(age * Math.PI) * (0.75 + 0.25 * Math.sin(seconds * 7 + light.phase));
      const across = light.x + Math.sin(age * 5 + light.phase) * unit * 1.6;
      const { x, y } = projectPoint(at, frame, {
        x: across,
        y: light.y - age * light.life * style.rise,
      });
      const size = unit * style.size * light.size;
      frame.dot({ x, y }, size * 3.2, { color, opacity: glow * 0.16 });
      frame.dot({ x, y }, size, { color, opacity: glow });
    }
  });
}

/** Petals or leaves that drift down across the frame. */
export function petals(stage: Stage, color: Rgb): Overlay {
  const random = stage.random("petals");
  const leaves = Array.from({ length: stage.isPro ? 70 : 50 }, () => ({
    x: random(),
    y: random(),
    near: random(),
    phase: random() * 6.28,
  }));
  const tone = toYuv(...color);
  const { width, height, unit } = stage;
  return overlay((frame, seconds, view) => {
    for (const leaf of leaves) {
      const turn = seconds * (1.4 + leaf.near) + leaf.phase;
      const x =
        wrap(leaf.x + seconds * (0.04 + leaf.near * 0.05) + view(leaf.near).x / width, 1) * 1.2 -
        0.1;
      const y = wrap(leaf.y + seconds * (0.05 + leaf.near * 0.06), 1) * 1.1 - 0.05;
      const cx = x * width + Math.sin(turn) * unit * 1.5;
      const half = unit * (0.3 + leaf.near * 0.55);
      const dx = Math.cos(turn * 1.3) * half;
      const dy = Math.sin(turn) * half * 0.6;
      frame.streak(
        { x0: cx - dx, y0: y * height - dy, x1: cx + dx, y1: y * height + dy },
        half * 0.9,
        { color: tone, opacity: 0.85 },
      );
    }
  });
}

/** A distant flock; each bird is two flapping wings. */
export function birds(
  stage: Stage,
  at: { x: number; y: number; depth: number; count: number; size?: number },
): Overlay {
  const random = stage.random("birds");
  const flock = Array.from({ length: at.count }, (_, index) => ({
    x: (index % 2 ? 1 : -1) * index * 1.5 + random() * 2,
    y: index * 0.9 + random() * 2.4,
    phase: random() * 6.28,
    size: between(random, 0.8, 1.2),
  }));
  const { unit, palette } = stage;
  const color = toYuv(palette.dark[0], palette.dark[1], palette.dark[2]);
  const scale = unit * (at.size ?? 1);
  return overlay((frame, seconds, view) => {
    const shift = view(at.depth);
    const flown = (seconds - 2.5) * scale * 2.6 * stage.plan.pace;
    for (const bird of flock) {
      const beat = Math.sin(seconds * 6.5 + bird.phase);
      const x = at.x + bird.x * scale * 1.6 + flown + shift.x;
      const y =
        at.y +
        bird.y * scale -
        beat * scale * 0.12 +
        shift.y +
        Math.sin(seconds + bird.phase) * scale * 0.3;
      const span = scale * 1.05 * bird.size;
      const lift = beat * 0.5 + 0.18;
      const thickness = scale * 0.2;
      frame.streak(
        {
          x0: x - span,
          y0: y - span * lift,
          x1: x - span * 0.45,
          y1: y - span * (0.28 + lift * 0.3),
        },
        thickness,
        { color, opacity: 0.8 },
      );
      frame.streak(
        { x0: x - span * 0.45, y0: y - span * (0.28 + lift * 0.3), x1: x, y1: y },
        thickness * 1.3,
        { color, opacity: 0.85 },
      );
      frame.streak(
        { x0: x + span * 0.45, y0: y - span * (0.28 + lift * 0.3), x1: x, y1: y },
        thickness * 1.3,
        { color, opacity: 0.85 },
      );
      frame.streak(
        {
          x0: x + span,
          y0: y - span * lift,
          x1: x + span * 0.45,
          y1: y - span * (0.28 + lift * 0.3),
        },
        thickness,
        { color, opacity: 0.8 },
      );
    }
  });
}

interface Starfield {
  /** Lower edge of the area, as a share of the frame's height. */
  bottom: number;
  /** Factor for the number of stars. */
  density: number;
  depth: number;
}

/** Twinkling stars. Pro has more and finer ones. */
export function stars(stage: Stage, { bottom, density, depth }: Starfield): Overlay {
  const random = stage.random(`stars-${depth}`);
  const { width, height, unit } = stage;
  const count = Math.round((stage.isPro ? 620 : 320) * density);
  const points = Array.from({ length: count }, () => ({
    x: between(random, -0.08, 1.08) * width,
    y: between(random, -0.06, bottom) * height,
    size: unit * (0.055 + 0.13 * random() ** 5) * (stage.isPro ? 0.85 : 1),
    bright: between(random, 0.25, 1),
    phase: random() * 6.28,
    rate: between(random, 1, 3.2),
  }));
  const color = toYuv(236, 242, 255);
  return overlay((frame, seconds, view) => {
    const at = view(depth);
    for (const star of points) {
      const fade = Math.min(1, (bottom * height - star.y) / (height * 0.12));
      const glow = star.bright * fade * (0.72 + 0.28 * Math.sin(seconds * star.rate + star.phase));
      const { x, y } = projectPoint(at, frame, { x: star.x, y: star.y });
      frame.dot({ x, y }, star.size, { color, opacity: glow });
    }
  });
}

function overlay(
  draw: (frame: Frame, seconds: number, view: Parameters<Overlay["draw"]>[2]) => void,
): Overlay {
  return { kind: "overlay", draw: (frame, { seconds }, view) => draw(frame, seconds, view) };
}

function wrap(value: number, period: number): number {
  const share = value / period;
  return share - Math.floor(share);
}
