/** Deep space: a nebula, stars at three depths, and a planet with a shadow and sometimes a ring. */
import type { SKRSContext2D } from "@napi-rs/canvas";
import { css, hex, mix, type Rgb, smoothstep } from "../paint/color.ts";
import { createNoise } from "../paint/noise.ts";
import { paintRaster } from "../paint/raster.ts";
import { stars } from "../paint/sky/particles.ts";
import { type Layer, type Picture, paintLayer, type Stage } from "../paint/stage.ts";
import { between, pick } from "../plan/prng.ts";

const NEBULAE: [readonly [Rgb, Rgb, Rgb], ...(readonly [Rgb, Rgb, Rgb])[]] = [
  [hex("#2a1a5e"), hex("#c2487f"), hex("#ffc39a")],
  [hex("#0e2a5c"), hex("#2f8fb0"), hex("#b8f0e4")],
  [hex("#3a1440"), hex("#d0642f"), hex("#ffe0a0")],
];
const PLANETS: [readonly [Rgb, Rgb], ...(readonly [Rgb, Rgb])[]] = [
  [hex("#d9a066"), hex("#8a4f3a")],
  [hex("#7fb3d5"), hex("#2c4f7c")],
  [hex("#c9b8e8"), hex("#5a4a8c")],
  [hex("#e0846a"), hex("#7a2f33")],
];

export function paintSpace(stage: Stage): Picture {
  const picture: Picture = [paintNebula(stage)];
  if (stage.has("stars"))
    picture.push(
      stars(stage, { bottom: 1.3, density: 1.2, depth: 0.05 }),
      stars(stage, { bottom: 1.3, density: 0.35, depth: 0.3 }),
    );
  if (stage.has("planet")) picture.push(paintPlanet(stage));
  if (stage.has("stars")) picture.push(stars(stage, { bottom: 1.3, density: 0.07, depth: 0.9 }));
  return picture;
}

function paintNebula(stage: Stage): Layer {
  const { unit, width, height, padY, palette, plan } = stage;
  const noise = createNoise(stage.random("nebula"));
  const random = stage.random("nebula-colors");
  const [deep, body, core] = pick(random, NEBULAE);
  const lean = (color: Rgb) => (plan.tint === null ? color : mix(color, palette.horizon, 0.4));
  const slope = between(random, -0.6, 0.6);
  const octaves = stage.isPro ? 7 : 5;
  const black: Rgb = [4, 5, 12];
  return paintLayer(stage, { depth: 0 }, (context) => {
    paintRaster(
      { context, stage },
      { top: -padY, bottom: height + padY, pointSize: stage.isPro ? 2 : 3 },
      (x, y, point) => {
        const u = (x - width / 2) / (unit * 52);
        const v = (y - height / 2) / (unit * 52);
        const bend = noise.fbm(u * 1.2 + 8, v * 1.2, 3);
        const band = Math.exp(-((v - slope * u + bend * 0.5) ** 2) * 3.6);
        const gas = 0.5 + noise.fbm(u * 1.6 + bend * 1.4, v * 1.6 + 40, octaves) * 1.15;
        const dust = smoothstep(0.1, 0.5, noise.fbm(u * 2.1 + 70, v * 2.1 - bend, octaves) + 0.12);
        const glow = Math.max(0, band * gas * (1 - dust * 0.62));
        const base = mix(black, lean(deep), Math.min(1, 0.25 + glow * 1.5 + band * 0.3));
        const lighted = mix(base, lean(body), smoothstep(0.24, 0.86, glow));
        point.color = mix(lighted, lean(core), smoothstep(0.62, 1.1, glow) * 0.85);
        point.alpha = 1;
      },
    );
  });
}

function paintPlanet(stage: Stage): Layer {
  const { unit, width, height } = stage;
  const random = stage.random("planet");
  const [bright, dark] = pick(random, PLANETS);
  const radius = unit * between(random, 19, 25);
  const x = width * (random() < 0.5 ? 0.34 : 0.66);
  const y = height * between(random, 0.46, 0.56);
  const hasRing = stage.has("ring");
  const reach = radius * 2.4;
  return paintLayer(
    stage,
    {
      depth: 0.62,
      top: y - reach,
      bottom: y + reach,
      drift: ({ seconds }) => ({ x: (seconds - 2.5) * -unit * 0.35, y: 0 }),
    },
    (context) => {
      if (hasRing) drawRing(context, stage, { x, y, radius, color: bright, half: -1 });
      drawBall(context, stage, { x, y, radius, bright, dark });
      if (hasRing) drawRing(context, stage, { x, y, radius, color: bright, half: 1 });
    },
  );
}

interface Circle {
  x: number;
  y: number;
  radius: number;
}

/** A planet with bands of cloud and a thin atmosphere, lit from the upper left. */
function drawBall(
  context: SKRSContext2D,
  stage: Stage,
  { x, y, radius, bright, dark }: Circle & { bright: Rgb; dark: Rgb },
): void {
  const noise = createNoise(stage.random("bands"));
  const halo = context.createRadialGradient(x, y, radius * 0.96, x, y, radius * 1.14);
  halo.addColorStop(0, css(bright, 0.34));
  halo.addColorStop(1, css(bright, 0));
  context.fillStyle = halo;
  context.beginPath();
  context.arc(x, y, radius * 1.14, 0, Math.PI * 2);
  context.fill();
  const area = { top: Math.floor(y - radius - 2), bottom: Math.ceil(y + radius + 2), pointSize: 1 };
  const octaves = stage.isPro ? 7 : 5;
  paintRaster({ context, stage }, area, (px, py, point) => {
    const dx = (px - x) / radius;
    const dy = (py - y) / radius;
    const flat = dx * dx + dy * dy;
    if (flat > 1.02) return;
    const dz = Math.sqrt(Math.max(0, 1 - flat));
    const light = Math.max(0, dx * -0.62 + dy * -0.42 + dz * 0.66);
    const latitude = dy * 0.94 + dx * 0.34;
    const storm = noise.fbm((dx * 0.94 - dy * 0.34) / (0.35 + dz) + 5, latitude * 5 + 3, octaves);
    const band = 0.5 + 0.5 * Math.sin(latitude * 15 + storm * 3.4);
    const color = mix(dark, bright, band * 0.75 + 0.2 + storm * 0.3);
    point.color = mix([3, 4, 10], color, 0.02 + light ** 0.85 * 1.08);
    const edge = (1 - Math.sqrt(flat)) * radius + 0.5;
    point.alpha = Math.min(1, Math.max(0, edge));
  });
}

/** Half of a ring. The far half is drawn before the planet, the near half after it. */
function drawRing(
  context: SKRSContext2D,
  stage: Stage,
  { x, y, radius, color, half }: Circle & { color: Rgb; half: 1 | -1 },
): void {
  const random = stage.random("ring");
  context.save();
  context.translate(x, y);
  context.rotate(-0.34);
  const lines = stage.isPro ? 70 : 40;
  for (let line = 0; line < lines; line += 1) {
    const far = 1.35 + (line / lines) * 0.85;
    const gap = Math.abs(far - 1.86) < 0.035 ? 0.1 : 1;
    context.strokeStyle = css(
      mix(color, [255, 245, 230], random() * 0.5),
      between(random, 0.15, 0.6) * gap,
    );
    context.lineWidth = (radius * 0.95) / lines;
    context.beginPath();
    context.ellipse(
      0,
      0,
      radius * far,
      radius * far * 0.24,
      0,
      half === 1 ? 0 : Math.PI,
      half === 1 ? Math.PI : Math.PI * 2,
    );
    context.stroke();
  }
  context.restore();
}
