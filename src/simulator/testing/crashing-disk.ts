/** A disk that stops responding after a number of operations, like a power cut. */
import { writeFile } from "node:fs/promises";
import type { Disk } from "#simulator/disk/disk.ts";

/**
 * State of the interrupted write: nothing written, half of the temporary file, or complete but unacknowledged.
 */
export type LastWrite = "nothing" | "half" | "all";

export interface CrashingDisk extends Disk {
  readonly hasCrashed: boolean;
}

/**
 * A disk that stops at operation number `operations`, counted from 0. Its lock is never held, as if the
 * process were dead.
 */
export function createCrashingDisk(
  real: Disk,
  operations: number,
  lastWrite: LastWrite,
): CrashingDisk {
  let left = operations;
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
    sync: passing(real.sync),
    remove: passing(real.remove),
    async writeAtomically(file, text) {
      if (hasCrashed) return never;
      if (left > 0) {
        left -= 1;
        return real.writeAtomically(file, text);
      }
      hasCrashed = true;
      if (lastWrite === "half") {
        await writeFile(`${file}.1-1.part`, text.slice(0, text.length / 2));
      }
      if (lastWrite === "all") await real.writeAtomically(file, text);
      return never;
    },
  };
}
