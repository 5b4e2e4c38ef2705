/**
 * A minimal assembler for WebAssembly with 128-bit SIMD, covering what the pixel kernels need. Opcodes are
 * from the WebAssembly core specification, release 2.0.
 */

/** Instructions. An expression leaves its value on the stack. */
export type Code = readonly number[];

const I32 = 0x7f;
const V128 = 0x7b;

/** Lane shapes of a vector. */
type Lanes = "i8x16" | "i16x8" | "i32x4";

/** A local variable of a function. */
export interface Local {
  readonly get: Code;
  set(value: Code): Code;
}

/** A function under construction. Its parameters are 32-bit integers, and it returns nothing. */
export interface FunctionBuilder {
  readonly parameters: readonly Local[];
  number(): Local;
  vector(): Local;
}

/** Concatenates statements. */
export function sequence(...parts: readonly Code[]): Code {
  return parts.flat();
}

/** A 32-bit integer constant. */
export function constant(value: number): Code {
  return [0x41, ...signed(value)];
}

const binary =
  (opcode: number) =>
  (a: Code, b: Code): Code => [...a, ...b, opcode];

export const add = binary(0x6a);
export const subtract = binary(0x6b);
export const multiply = binary(0x6c);
const greater = binary(0x4a);
export const and = binary(0x71);
const shiftLeft = binary(0x74);
const shiftRight = binary(0x75);
/** Shifts by a constant: left if positive, right if negative. */
export function shift(value: Code, by: number): Code {
  return by > 0 ? shiftLeft(value, constant(by)) : shiftRight(value, constant(-by));
}

/** Repeats statements while `counter`, which they decrease, is above zero. */
export function repeatWhilePositive(counter: Local, body: Code): Code {
  return [0x03, 0x40, ...body, ...greater(counter.get, constant(0)), 0x0d, 0, 0x0b];
}

/** Runs `then` if two integers are equal, otherwise `otherwise`. */
export function whenEqual([a, b]: readonly [Code, Code], then: Code, otherwise: Code): Code {
  return [...a, ...b, 0x46, 0x04, 0x40, ...then, 0x05, ...otherwise, 0x0b];
}

const vector = (opcode: number): Code => [0xfd, ...unsigned(opcode)];
const vectorBinary =
  (opcode: number) =>
  (a: Code, b: Code): Code => [...a, ...b, ...vector(opcode)];

/** The same value in every lane. */
export function splat(lanes: Lanes, value: Code): Code {
  return [...value, ...vector({ i8x16: 0x0f, i16x8: 0x10, i32x4: 0x11 }[lanes])];
}

/** Replaces one of the four 32-bit lanes of a vector. */
export function replaceLane(lanes: Code, value: Code, lane: number): Code {
  return [...lanes, ...value, ...vector(0x1c), lane];
}

/** A vector of sixteen constant bytes. */
export function constantBytes(bytes: readonly number[]): Code {
  return [...vector(0x0c), ...bytes];
}

/** Reorders the bytes of a vector. */
export function shuffle(value: Code, order: readonly number[]): Code {
  return [...value, ...value, ...vector(0x0d), ...order];
}

export const add16 = vectorBinary(0x8e);
export const subtract16 = vectorBinary(0x91);
export const multiply16 = vectorBinary(0x95);
export const add32 = vectorBinary(0xae);
export const multiply32 = vectorBinary(0xb5);
export const andVector = vectorBinary(0x4e);
export const greater16 = vectorBinary(0x31);
/** Unsigned 16-bit products of the lower eight bytes. */
export const multiplyLowBytes = vectorBinary(0x9e);
export const multiplyHighBytes = vectorBinary(0x9f);
/** Narrows two vectors to one with lanes of half the width, with saturation. */
export const narrowToBytes = vectorBinary(0x66);
export const narrowTo16 = vectorBinary(0x86);

/** Adds adjacent 16-bit lanes into 32-bit lanes. */
export function addPairs(value: Code): Code {
  return [...value, ...vector(0x7f)];
}

/** Shifts unsigned 16-bit lanes right. */
export function shiftRight16(value: Code, by: number): Code {
  return [...value, ...constant(by), ...vector(0x8d)];
}

/** Shifts unsigned 32-bit lanes right. */
export function shiftRight32(value: Code, by: number): Code {
  return [...value, ...constant(by), ...vector(0xad)];
}

/** Widens the lower eight bytes to 16-bit lanes. */
export function widenBytes(value: Code): Code {
  return [...value, ...vector(0x89)];
}

/** Bits of `first` where the mask is set, of `second` elsewhere. */
export function select(first: Code, second: Code, mask: Code): Code {
  return [...first, ...second, ...mask, ...vector(0x52)];
}

/** Loads 16 bytes at an address plus a constant offset. */
export function load(address: Code, offset = 0): Code {
  return [...address, ...vector(0x00), 0, ...unsigned(offset)];
}

/** Loads 8 bytes. */
export function loadEight(address: Code): Code {
  return [...address, ...vector(0x5d), 0, 0];
}

/** Loads 4 bytes into one of the four 32-bit lanes of a vector. */
export function loadLane(address: Code, into: Code, lane: number): Code {
  return [...address, ...into, ...vector(0x56), 0, 0, lane];
}

/** Stores 16 bytes. */
export function store(address: Code, value: Code): Code {
  return [...address, ...value, ...vector(0x0b), 0, 0];
}

/** Stores the lower 8 bytes. */
export function storeEight(address: Code, value: Code): Code {
  return [...address, ...value, ...vector(0x5b), 0, 0, 0];
}

/** An exported function: its name, the number of its 32-bit parameters, and its body. */
export interface FunctionSource {
  readonly name: string;
  readonly parameterCount: number;
  body(builder: FunctionBuilder): Code;
}

/** Assembles a module that imports its memory as `host.memory` and exports functions. */
export function assembleModule(sources: readonly FunctionSource[]): Uint8Array<ArrayBuffer> {
  const types = sources.map(({ parameterCount }) => [
    0x60,
    ...list(Array.from({ length: parameterCount }, () => [I32])),
    0,
  ]);
  const memory = [...text("host"), ...text("memory"), 0x02, 0x00, 0x01];
  const exports = sources.map(({ name }, index) => [...text(name), 0x00, index]);
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(1, list(types)),
    ...section(2, list([memory])),
    ...section(3, list(sources.map((_, index) => [index]))),
    ...section(7, list(exports)),
    ...section(10, list(sources.map(assembleFunction))),
  ]);
}

function assembleFunction(source: FunctionSource): number[] {
  const types: number[] = [];
  const local = (index: number): Local => ({
    get: [0x20, ...unsigned(index)],
    set: (value) => [...value, 0x21, ...unsigned(index)],
  });
  const declare = (type: number) => local(source.parameterCount + types.push(type) - 1);
  const code = source.body({
    parameters: Array.from({ length: source.parameterCount }, (_, index) => local(index)),
    number: () => declare(I32),
    vector: () => declare(V128),
  });
  const body = [...list(types.map((type) => [1, type])), ...code, 0x0b];
  return [...unsigned(body.length), ...body];
}

function section(id: number, content: number[]): number[] {
  return [id, ...unsigned(content.length), ...content];
}

function list(items: readonly (readonly number[])[]): number[] {
  return [...unsigned(items.length), ...items.flat()];
}

function text(value: string): number[] {
  return list([...value].map((letter) => [letter.charCodeAt(0)]));
}

/** Unsigned LEB128. */
function unsigned(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...unsigned(value >>> 7)];
}

function signed(value: number): number[] {
  if (value >= -64 && value < 64) return [value & 127];
  return [(value & 127) | 128, ...signed(value >> 7)];
}
