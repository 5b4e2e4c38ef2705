/** WebAssembly memory for a frame and the images drawn on it. */
import { createKernels, PADDING_BYTES, type PixelKernels } from "./kernels/pixel-kernels.ts";
import type { Plane } from "./planes.ts";

const PAGE_BYTES = 65536;

/** An append-only memory that is released as a whole. */
export interface PixelMemory {
  readonly kernels: PixelKernels;
  /** All bytes. Read again after any reservation, because growing detaches earlier views. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Reserves zeroed bytes and returns their address. */
  reserve(byteCount: number): number;
  /** Address of a plane's pairs, which are copied in on first use. */
  addressOf(plane: Plane): number;
}

export function createPixelMemory(): PixelMemory {
  const { memory, kernels } = createKernels();
  const addresses = new Map<Plane, number>();
  let bytes = new Uint8Array(memory.buffer);
  let end = 0;

  function reserve(byteCount: number): number {
    const at = end;
    // Reservations are aligned to whole vectors.
    end = (at + byteCount + PADDING_BYTES + 15) & ~15;
    const missing = end - bytes.length;
    if (missing > 0) {
      memory.grow(Math.ceil(missing / PAGE_BYTES));
      bytes = new Uint8Array(memory.buffer);
    }
    return at;
  }

  return {
    kernels,
    get bytes() {
      return bytes;
    },
    reserve,
    addressOf: (plane) => {
      const known = addresses.get(plane);
      if (known !== undefined) return known;
      const at = reserve(plane.pairs.length);
      bytes.set(plane.pairs, at);
      addresses.set(plane, at);
      return at;
    },
  };
}
