import * as fc from "fast-check";
import { expect, test } from "vitest";
import { createKernels, ONE_SAMPLE } from "./pixel-kernels.ts";

const FROM = 0;
const LOWER = 512;
const MIXED = 1024;
const TO = 2048;
const SAMPLES = 48;

/** Premultiplied pairs, in which no sample exceeds its alpha. */
const pairs = fc
  .array(fc.tuple(fc.nat(255), fc.nat(255)), { minLength: SAMPLES, maxLength: SAMPLES })
  .map((list) => list.flatMap(([a, b]) => [Math.min(a, b), Math.max(a, b)]));

function setUp(upper: number[], lower: number[] = []) {
  const { memory, kernels } = createKernels();
  const bytes = new Uint8Array(memory.buffer);
  bytes.set(upper, FROM);
  bytes.set(lower, LOWER);
  return { bytes, kernels };
}

test("mixRows interpolates rows by weight", () => {
  fc.assert(
    fc.property(pairs, pairs, fc.nat(128), (upper, lower, weight) => {
      const { bytes, kernels } = setUp(upper, lower);
      kernels.mixRows(FROM, LOWER, MIXED, SAMPLES * 2, weight);
      const expected = upper.map(
        (value, at) => (value * (128 - weight) + (lower[at] ?? 0) * weight + 64) >> 7,
      );
      expect([...bytes.subarray(MIXED, MIXED + SAMPLES * 2)]).toEqual(expected);
    }),
  );
});

test("blendRow blends an interpolated row over the target and writes nothing beyond it", () => {
  const step = fc.oneof(fc.constant(ONE_SAMPLE), fc.integer({ min: 40_000, max: 70_000 }));
  fc.assert(
    fc.property(
      fc.record({
        upper: pairs,
        step,
        start: fc.nat(ONE_SAMPLE * 2),
        count: fc.integer({ min: 1, max: 30 }),
        strength: fc.nat(256),
        ground: fc.nat(255),
      }),
      ({ upper, step, start, count, strength, ground }) => {
        const { bytes, kernels } = setUp(upper);
        bytes.fill(ground, TO, TO + 64);
        kernels.blendRow(TO, count, FROM, start, step, strength);
        const at = (position: number, part: 0 | 1) => {
          const index = (position >> 16) * 2 + part;
          const fraction = (position >> 9) & 127;
          const near = (upper[index] ?? 0) * (128 - fraction);
          const value = (near + (upper[index + 2] ?? 0) * fraction + 64) >> 7;
          return (value * strength) >> 8;
        };
        for (let x = 0; x < 64; x += 1) {
          const position = start + x * step;
          const laid = at(position, 0) + Math.round((ground * (255 - at(position, 1))) / 255);
          expect(bytes[TO + x]).toBe(x < count ? Math.min(255, laid) : ground);
        }
      },
    ),
  );
});
