/** How far the tasks in progress are. Kept in memory only: after a restart a clip is rendered from its start. */
import type { Clock } from "./clock.ts";

export interface ProgressBoard {
  /** 0 to 1; 0 for a task that has not reported. */
  of(id: string): number;
  set(id: string, progress: number): void;
  /** Lets the progress grow evenly to 1 over a time from now on. */
  glide(id: string, durationMs: number): void;
  forget(id: string): void;
}

export function createProgressBoard(clock: Clock): ProgressBoard {
  const readers = new Map<string, () => number>();
  const of = (id: string) => readers.get(id)?.() ?? 0;
  return {
    of,
    set(id, progress) {
      // Never backwards, and never 1 before the task has ended.
      const shown = Math.min(Math.max(progress, of(id)), 0.99);
      readers.set(id, () => shown);
    },
    glide(id, durationMs) {
      const from = of(id);
      const start = clock.now();
      readers.set(id, () => {
        const part = durationMs > 0 ? Math.min((clock.now() - start) / durationMs, 1) : 1;
        return Math.min(from + (1 - from) * Math.max(part, 0), 0.99);
      });
    },
    forget: (id) => {
      readers.delete(id);
    },
  };
}
