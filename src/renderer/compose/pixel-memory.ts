/** Where the kernels find a frame and the images that are drawn on it. */
import { createKernels, type PixelKernels, SLACK_BYTES } from "./kernels/pixel-kernels.ts";
import type { Plane } from "./planes.ts";

const PAGE_BYTES = 65536;

/** Memory that grows as it is filled, and is given back as a whole. */
export interface PixelMemory {
  readonly kernels: PixelKernels;
  /** All bytes. Ask anew after anything that may take more room: growing leaves earlier views empty. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Takes room for some bytes; they are zero. */
  reserve(byteCount: number): number;
  /** Where a plane's pairs lie; they are brought in when they are first asked for. */
  addressOf(plane: Plane): number;
}

/** An empty memory. */
export function createPixelMemory(): PixelMemory {
  const { memory, kernels } = createKernels();
  const addresses = new Map<Plane, number>();
  let bytes = new Uint8Array(memory.buffer);
  let end = 0;

  function reserve(byteCount: number): number {
    const at = end;
    // Every reservation begins at a whole vector.
    end = (at + byteCount + SLACK_BYTES + 15) & ~15;
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
