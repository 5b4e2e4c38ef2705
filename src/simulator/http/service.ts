/** The dependencies of the HTTP routes. */

import type { Disk } from "#simulator/disk/disk.ts";
import type { TaskRunner } from "#simulator/tasks/task-runner.ts";
import type { TaskStore } from "#simulator/tasks/task-store.ts";
import type { Clock } from "../clock.ts";

export interface Service {
  store: TaskStore;
  runner: TaskRunner;
  clock: Clock;
  disk: Disk;
  /** Maximum number of unfinished tasks per key. */
  parallelLimit: number;
  /** Owners and prompts that a "once" fault has already refused. */
  refusedOnce: Set<string>;
  /** Tasks whose download a "once" fault has already interrupted. */
  brokenOnce: Set<string>;
  /** Aborts when the simulator closes. */
  signal: AbortSignal;
  report: (sentence: string) => void;
}
