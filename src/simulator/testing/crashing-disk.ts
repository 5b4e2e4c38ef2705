/** A disk that loses its power: after so many operations nothing happens any more. */
import { writeFile } from "node:fs/promises";
import type { Disk } from "../disk.ts";

/** How the last write ends: nothing of it is there, half of it under its passing name, or all of it, untold. */
export type LastWrite = "nothing" | "half" | "all";

export interface CrashingDisk extends Disk {
  readonly hasCrashed: boolean;
}

/** A disk that stops at its operation number `lives`, counted from 0. The lock is as if its process were dead. */
export function createCrashingDisk(real: Disk, lives: number, lastWrite: LastWrite): CrashingDisk {
  let left = lives;
  let hasCrashed = false;
  const never = new Promise<never>(() => undefined);

  const passing =
    <A extends unknown[], R>(operation: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      if (hasCrashed || left === 0) {
        hasCrashed = true;
        return never;
      }
      left -= 1;
      return operation(...args);
    };

  return {
    ...real,
    get hasCrashed() {
      return hasCrashed;
    },
    lock: async () => async () => undefined,
    rename: passing(real.rename),
    settle: passing(real.settle),
    remove: passing(real.remove),
    async writeWhole(file, text) {
      if (hasCrashed) return never;
      if (left > 0) {
        left -= 1;
        return real.writeWhole(file, text);
      }
      hasCrashed = true;
      if (lastWrite === "half") {
        await writeFile(`${file}.1-1.part`, text.slice(0, text.length / 2));
      }
      if (lastWrite === "all") await real.writeWhole(file, text);
      return never;
    },
  };
}
