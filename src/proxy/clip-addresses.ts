/**
 * A short memory for where the clips of a task are, so that the many range requests of one playing
 * video do not each ask Kirin. Short, because signed addresses expire.
 */
import type { TaskClip } from "#kirin/task.ts";
import type { Clock } from "./clock.ts";

const MAX_TASKS = 64;

export interface ClipAddresses {
  get(id: string): readonly TaskClip[] | null;
  set(id: string, clips: readonly TaskClip[]): void;
}

/** An empty memory whose entries last `ttlMs`. */
export function createClipAddresses(clock: Clock, ttlMs: number): ClipAddresses {
  const entries = new Map<string, { clips: readonly TaskClip[]; untilMs: number }>();
  return {
    get(id) {
      const entry = entries.get(id);
      return entry && entry.untilMs > clock.now() ? entry.clips : null;
    },
    set(id, clips) {
      entries.delete(id);
      // A Map keeps the order of insertion: the first key is the oldest.
      const [oldest] = entries.keys();
      if (entries.size >= MAX_TASKS && oldest !== undefined) entries.delete(oldest);
      entries.set(id, { clips, untilMs: clock.now() + ttlMs });
    },
  };
}
