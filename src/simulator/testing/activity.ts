/** Knows what goes on outside of the test's sight, so that a test can wait until nothing does. */
import type { Disk } from "../disk.ts";

/** Turns of the event loop without anything under way that count as quiet. */
const QUIET_TURNS = 8;

export interface Activity {
  track<T>(work: Promise<T>): Promise<T>;
  /** Resolves when all that was begun, and all that follows from it, is done. */
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

/** A disk whose operations are seen. */
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
    writeWhole: watch(disk.writeWhole),
    settle: watch(disk.settle),
    rename: watch(disk.rename),
    remove: watch(disk.remove),
    isFolder: watch(disk.isFolder),
    size: watch(disk.size),
  };
}
