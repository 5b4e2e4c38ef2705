/**
 * The inner loops of every frame, eight samples at a time. Images are stored as pairs of bytes, a
 * premultiplied sample and its alpha; the frame's planes as plain samples.
 */
import * as wasm from "./assembler.ts";

/** Positions are in units of 1/65536 of a sample. */
export const ONE_SAMPLE = 65536;

/** Padding required after every buffer, because kernels access whole vectors. */
export const PADDING_BYTES = 32;

/** The kernels of one memory. All numbers are addresses or counts. */
export interface PixelKernels {
  /** Mixes two rows of pairs. `weight` is the lower row's share in 1/128. */
  mixRows(upper: number, lower: number, to: number, byteCount: number, weight: number): void;
  /**
   * Blends a row of pairs over samples, interpolating at `position` and `step` (in {@link ONE_SAMPLE}).
   * `strength` is the opacity in 1/256.
   */
  blendRow(
    to: number,
    count: number,
    from: number,
    position: number,
    step: number,
    strength: number,
  ): void;
}

/** The used part of the WebAssembly API, which the project's libraries do not declare. */
interface WebAssemblyHost {
  Module: new (bytes: Uint8Array<ArrayBuffer>) => object;
  Instance: new (
    module: object,
    imports: { host: { memory: KernelMemory } },
  ) => { exports: unknown };
  Memory: new (limits: { initial: number }) => KernelMemory;
}

/** The memory of the kernels. When it grows, earlier views of its buffer are detached. */
export interface KernelMemory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}

// The browser libraries declare WebAssembly, but this project does not include them.
const host = (globalThis as unknown as { WebAssembly: WebAssemblyHost }).WebAssembly;

let compiled: object | undefined;

/** Creates a memory and the kernels that use it. */
export function createKernels(): { memory: KernelMemory; kernels: PixelKernels } {
  compiled ??= new host.Module(wasm.assembleModule([MIX_ROWS, BLEND_ROW]));
  const memory = new host.Memory({ initial: 1 });
  const instance = new host.Instance(compiled, { host: { memory } });
  // The module above exports exactly these functions.
  return { memory, kernels: instance.exports as PixelKernels };
}

const { add, add16, constant, sequence, shift, splat } = wasm;

const MIX_ROWS: wasm.FunctionSource = {
  name: "mixRows",
  parameterCount: 5,
  body: ({ parameters, vector }) => {
    const [upper, lower, to, count, weight] = five(parameters);
    const [near, far, a, b] = [vector(), vector(), vector(), vector()];
    const half = (product: typeof wasm.multiplyLowBytes) =>
      rounded(add16(product(a.get, near.get), product(b.get, far.get)));
    return sequence(
      near.set(splat("i8x16", wasm.subtract(constant(128), weight.get))),
      far.set(splat("i8x16", weight.get)),
      wasm.repeatWhilePositive(
        count,
        sequence(
          a.set(wasm.load(upper.get)),
          b.set(wasm.load(lower.get)),
          wasm.store(
            to.get,
            wasm.narrowToBytes(half(wasm.multiplyLowBytes), half(wasm.multiplyHighBytes)),
          ),
          advance(upper, 16),
          advance(lower, 16),
          advance(to, 16),
          advance(count, -16),
        ),
      ),
    );
  },
};

const BLEND_ROW: wasm.FunctionSource = {
  name: "blendRow",
  parameterCount: 6,
  body: (builder) => {
    const [, , from, position, step] = five(builder.parameters);
    return wasm.whenEqual(
      [step.get, constant(ONE_SAMPLE)],
      sequence(from.set(add(from.get, pairOffset(position.get))), blendShifted(builder)),
      blendScaled(builder),
    );
  },
};

/** Without zoom all samples have the same fractional position. */
function blendShifted(builder: wasm.FunctionBuilder): wasm.Code {
  const { parameters, vector } = builder;
  const [, , from, position] = five(parameters);
  const [near, far, a, b] = [vector(), vector(), vector(), vector()];
  const fraction = wasm.and(shift(position.get, -9), constant(127));
  const half = (product: typeof wasm.multiplyLowBytes) =>
    rounded(add16(product(a.get, near.get), product(b.get, far.get)));
  return sequence(
    near.set(splat("i8x16", wasm.subtract(constant(128), fraction))),
    far.set(splat("i8x16", fraction)),
    blendEight(
      builder,
      sequence(a.set(wasm.load(from.get)), b.set(wasm.load(from.get, 2)), advance(from, 16)),
      { low: half(wasm.multiplyLowBytes), high: half(wasm.multiplyHighBytes) },
    ),
  );
}

/** With zoom every sample has its own neighbours and fraction. */
function blendScaled(builder: wasm.FunctionBuilder): wasm.Code {
  const { parameters, vector } = builder;
  const [, , from, position, step] = five(parameters);
  const [positions, stride, first, second] = [vector(), vector(), vector(), vector()];
  const [found, weights] = [vector(), vector()];
  const walk = (index: number) => add(position.get, wasm.multiply(step.get, constant(index)));
  const fourSamples = (into: wasm.Local) => {
    const gather = [0, 1, 2, 3].map((lane) =>
      sequence(
        found.set(wasm.loadLane(add(from.get, pairOffset(position.get)), found.get, lane)),
        position.set(add(position.get, step.get)),
      ),
    );
    // Each lane has sample, alpha, next sample, next alpha. This groups samples and alphas.
    const paired = wasm.shuffle(
      found.get,
      [0, 4, 8, 12].flatMap((lane) => [lane, lane + 2, lane + 1, lane + 3]),
    );
    const fraction = wasm.andVector(
      wasm.shiftRight32(positions.get, 9),
      splat("i32x4", constant(127)),
    );
    // Four bytes per lane: 128 - fraction, fraction, and both again.
    const split = wasm.add32(
      wasm.multiply32(fraction, splat("i32x4", constant(255 * 0x10001))),
      splat("i32x4", constant(128 * 0x10001)),
    );
    return sequence(
      ...gather,
      found.set(paired),
      weights.set(split),
      into.set(
        rounded(
          wasm.narrowTo16(
            wasm.addPairs(wasm.multiplyLowBytes(found.get, weights.get)),
            wasm.addPairs(wasm.multiplyHighBytes(found.get, weights.get)),
          ),
        ),
      ),
      positions.set(wasm.add32(positions.get, stride.get)),
    );
  };
  return sequence(
    positions.set(splat("i32x4", position.get)),
    ...[1, 2, 3].map((lane) => positions.set(wasm.replaceLane(positions.get, walk(lane), lane))),
    stride.set(splat("i32x4", wasm.multiply(step.get, constant(4)))),
    blendEight(builder, sequence(fourSamples(first), fourSamples(second)), {
      low: first.get,
      high: second.get,
    }),
  );
}

/**
 * The loop of both variants: blends eight samples, given as two vectors of four 16-bit pairs, over the target.
 */
function blendEight(
  { parameters, vector }: wasm.FunctionBuilder,
  prepare: wasm.Code,
  { low, high }: { low: wasm.Code; high: wasm.Code },
): wasm.Code {
  const [to, count] = five(parameters);
  const strength = parameters[5] ?? to;
  const [opacity, pairs, old, rest] = [vector(), vector(), vector(), vector()];
  const faded = (lanes: wasm.Code) => wasm.shiftRight16(wasm.multiply16(lanes, opacity.get), 8);
  const alpha = wasm.shiftRight16(pairs.get, 8);
  const samples = wasm.andVector(pairs.get, splat("i16x8", constant(255)));
  // x / 255, rounded, is (x + 128 + (x + 128) / 256) / 256.
  const byAlpha = wasm.shiftRight16(add16(rest.get, wasm.shiftRight16(rest.get, 8)), 8);
  const isInside = wasm.greater16(
    splat("i16x8", count.get),
    wasm.constantBytes([0, 1, 2, 3, 4, 5, 6, 7].flatMap((lane) => [lane, 0])),
  );
  return sequence(
    opacity.set(splat("i16x8", strength.get)),
    wasm.repeatWhilePositive(
      count,
      sequence(
        prepare,
        pairs.set(wasm.narrowToBytes(faded(low), faded(high))),
        old.set(wasm.widenBytes(wasm.loadEight(to.get))),
        rest.set(
          add16(
            wasm.multiply16(old.get, wasm.subtract16(splat("i16x8", constant(255)), alpha)),
            splat("i16x8", constant(128)),
          ),
        ),
        // Samples beyond the run are written back unchanged.
        old.set(wasm.select(add16(samples, byAlpha), old.get, isInside)),
        wasm.storeEight(to.get, wasm.narrowToBytes(old.get, old.get)),
        advance(to, 8),
        advance(count, -8),
      ),
    ),
  );
}

/** Divides lanes by 128 with rounding. */
function rounded(lanes: wasm.Code): wasm.Code {
  return wasm.shiftRight16(add16(lanes, splat("i16x8", constant(64))), 7);
}

/** The byte offset of the pair at a position. */
function pairOffset(position: wasm.Code): wasm.Code {
  return shift(shift(position, -16), 1);
}

function advance(local: wasm.Local, by: number): wasm.Code {
  return local.set(add(local.get, constant(by)));
}

function five(locals: readonly wasm.Local[]) {
  const [a, b, c, d, e] = locals;
  if (!(a && b && c && d && e)) throw new RangeError("A kernel has at least five parameters.");
  return [a, b, c, d, e] as const;
}
