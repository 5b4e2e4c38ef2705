/** Tracks background work, so that a test can wait until it is done. */
import type { Disk } from "#simulator/disk/disk.ts";

/** Event loop turns without pending work until the activity counts as quiet. */
const QUIET_TURNS = 8;

export interface Activity {
  track<T>(work: Promise<T>): Promise<T>;
  /** Resolves when all tracked work, and any work it started, is done. */
  quiet(): Promise<void>;
}

export function createActivity(): Activity {
  let busy = 0;
  return {
    async track(work) {
      busy += 1;
      try {
        return await work;
      } finally {
        busy -= 1;
      }
    },
    async quiet() {
      for (let turns = 0; turns < QUIET_TURNS; turns = busy > 0 ? 0 : turns + 1) {
        await new Promise<void>((resolve) => setImmediate(resolve));
      }
    },
  };
}

/** A disk whose operations are tracked. */
export function watchedDisk(disk: Disk, { track }: Activity): Disk {
  const watch =
    <A extends unknown[], R>(operation: (...args: A) => Promise<R>) =>
    (...args: A) =>
      track(operation(...args));
  return {
    makeFolder: watch(disk.makeFolder),
    lock: watch(disk.lock),
    list: watch(disk.list),
    readText: watch(disk.readText),
    writeAtomically: watch(disk.writeAtomically),
    sync: watch(disk.sync),
    rename: watch(disk.rename),
    remove: watch(disk.remove),
    isFolder: watch(disk.isFolder),
    size: watch(disk.size),
  };
}
