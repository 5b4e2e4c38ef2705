/** Smooth noise for clouds, ridges and rock. */
import type { Random } from "../plan/prng.ts";

/** A smooth 2D field. */
export interface Noise {
  /** The value at a point, about -1 to 1. */
  at(x: number, y: number): number;
  /** The sum of octaves, each with half the scale and half the amplitude. */
  fbm(x: number, y: number, octaves: number): number;
  /** Like {@link Noise.fbm}, with sharp crests, for mountains and lightning. 0 to about 1. */
  ridged(x: number, y: number, octaves: number): number;
}

/** Creates noise from random numbers. The same numbers give the same field. */
export function createNoise(random: Random): Noise {
  const at = gradientNoise(random);
  return {
    at,
    fbm(x, y, octaves) {
      let sum = 0;
      let size = 0.5;
      let scale = 1;
      for (let octave = 0; octave < octaves; octave += 1) {
        sum += at(x * scale + octave * 17.3, y * scale - octave * 9.1) * size;
        scale *= 2.03;
        size *= 0.5;
      }
      return sum;
    },
    ridged(x, y, octaves) {
      let sum = 0;
      let size = 0.5;
      let scale = 1;
      for (let octave = 0; octave < octaves; octave += 1) {
        const fold = 1 - Math.abs(at(x * scale + octave * 31.7, y * scale + octave * 5.3));
        sum += fold * fold * size;
        scale *= 2.07;
        size *= 0.48;
      }
      return sum;
    },
  };
}

/** Gradient noise (Ken Perlin's improved noise in two dimensions with eight directions). */
function gradientNoise(random: Random): Noise["at"] {
  const order = new Uint8Array(512);
  for (let index = 0; index < 256; index += 1) order[index] = index;
  for (let index = 255; index > 0; index -= 1) {
    const other = Math.floor(random() * (index + 1));
    const kept = order[index] ?? 0;
    order[index] = order[other] ?? 0;
    order[other] = kept;
  }
  order.copyWithin(256, 0, 256);
  const corner = (hash: number, x: number, y: number) => {
    const u = hash & 1 ? -x : x;
    const v = hash & 2 ? -y : y;
    return hash & 4 ? u + v * 0.4 : v + u * 0.4;
  };
  return (x, y) => {
    const floorX = Math.floor(x);
    const floorY = Math.floor(y);
    const fx = x - floorX;
    const fy = y - floorY;
    const column = floorX & 255;
    const row = floorY & 255;
    const a = (order[column] ?? 0) + row;
    const b = (order[column + 1] ?? 0) + row;
    const u = fx * fx * fx * (fx * (fx * 6 - 15) + 10);
    const v = fy * fy * fy * (fy * (fy * 6 - 15) + 10);
    const upper0 = corner(order[a] ?? 0, fx, fy);
    const upper1 = corner(order[b] ?? 0, fx - 1, fy);
    const lower0 = corner(order[a + 1] ?? 0, fx, fy - 1);
    const lower1 = corner(order[b + 1] ?? 0, fx - 1, fy - 1);
    const upper = upper0 + (upper1 - upper0) * u;
    const lower = lower0 + (lower1 - lower0) * u;
    return (upper + (lower - upper) * v) * 1.3;
  };
}
