/**
 * Cache of the upstream URLs of each task's clips. Kirin names them whenever it returns a finished task, so a
 * clip request and the range requests of a playing video need no further read. Signed URLs expire; a URL that
 * fails is replaced by reading the task again.
 */
import type { TaskClip } from "#kirin/task.ts";
import type { Clock } from "#proxy/clock.ts";

const MAX_TASKS = 256;
/** Longer lists are not cached, because one reply of 4 MiB may consist of URLs. */
const MAX_CHARACTERS = 32 * 1024;

/** A cached URL. */
interface CachedClipUrl {
  url: string;
  /** Whether no download has used it yet. */
  isUnused: boolean;
}

export interface ClipUrlCache {
  /** The URL of a clip, or null. `key` identifies the task and the account it was read with. */
  get(key: string, index: number): CachedClipUrl | null;
  /** Marks the URL as used by a download, so that the next download with `no-cache` gets a fresh one. */
  use(key: string, index: number): void;
  /** Replaces the cached URLs of a task. */
  set(key: string, clips: readonly TaskClip[]): void;
}

interface Entry {
  urls: readonly string[];
  used: Set<number>;
  untilMs: number;
}

/** Creates an empty cache whose entries last `ttlMs`. */
export function createClipUrlCache(clock: Clock, ttlMs: number): ClipUrlCache {
  const entries = new Map<string, Entry>();

  function entryOf(key: string): Entry | undefined {
    const entry = entries.get(key);
    return entry && entry.untilMs > clock.now() ? entry : undefined;
  }

  return {
    get(key, index) {
      const entry = entryOf(key);
      const url = entry?.urls[index];
      return entry && url !== undefined ? { url, isUnused: !entry.used.has(index) } : null;
    },
    use: (key, index) => void entryOf(key)?.used.add(index),
    set(key, clips) {
      entries.delete(key);
      const urls = clips.map(({ url }) => url);
      const characters = urls.reduce((sum, { length }) => sum + length, 0);
      if (urls.length === 0 || characters > MAX_CHARACTERS) return;
      // A Map iterates in insertion order, so the first key is the oldest.
      const [oldest] = entries.keys();
      if (entries.size >= MAX_TASKS && oldest !== undefined) entries.delete(oldest);
      entries.set(key, { urls, used: new Set(), untilMs: clock.now() + ttlMs });
    },
  };
}
