/**
 * Progress of the tasks being rendered. Kept in memory only, because a restart renders a clip from the start.
 */
import type { Clock } from "#simulator/clock.ts";

export interface ProgressBoard {
  /** 0 to 1; 0 for a task without a report. */
  of(id: string): number;
  set(id: string, progress: number): void;
  /** Raises the progress linearly to 1 over `durationMs`. */
  ramp(id: string, durationMs: number): void;
  forget(id: string): void;
}

export function createProgressBoard(clock: Clock): ProgressBoard {
  const readers = new Map<string, () => number>();
  const of = (id: string) => readers.get(id)?.() ?? 0;
  return {
    of,
    set(id, progress) {
      // Progress never decreases, and stays below 1 until the task has ended.
      const shown = Math.min(Math.max(progress, of(id)), 0.99);
      readers.set(id, () => shown);
    },
    ramp(id, durationMs) {
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
