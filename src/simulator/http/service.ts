/** What the HTTP face works on. */
import type { Clock } from "../clock.ts";
import type { Disk } from "../disk.ts";
import type { TaskRunner } from "../task-runner.ts";
import type { TaskStore } from "../task-store.ts";

export interface Service {
  store: TaskStore;
  runner: TaskRunner;
  clock: Clock;
  disk: Disk;
  /** Most unfinished tasks of one key. */
  parallelLimit: number;
  /** Prompts, with their owners, that a "once" trouble has refused. */
  refusedOnce: Set<string>;
  /** Tasks of which a "once" trouble has broken off a download. */
  brokenOnce: Set<string>;
  /** Aborts when the simulator closes. */
  signal: AbortSignal;
  report: (sentence: string) => void;
}
