/**
 * Remembers where the clips of a task are. Every answer of Kirin about a finished task names them, so that neither the
 * first request of a clip nor the many range requests of a playing video ask Kirin again. Signed addresses expire; an
 * address that fails is replaced by a fresh read.
 */
import type { TaskClip } from "#kirin/task.ts";
import type { Clock } from "./clock.ts";

const MAX_TASKS = 256;
/** Longer lists of addresses are not kept: an answer of 4 MiB may consist of them. */
const MAX_CHARACTERS = 32 * 1024;

/** A remembered address. */
interface KnownAddress {
  url: string;
  /** Whether no download had it before. */
  isUnused: boolean;
}

export interface ClipAddresses {
  /** The address of a clip, or null. `key` names the task and the account it was read with. */
  get(key: string, index: number): KnownAddress | null;
  /** Notes that a download has the address now: another one that asks for a fresh address gets another. */
  use(key: string, index: number): void;
  /** Replaces what was known of a task. */
  set(key: string, clips: readonly TaskClip[]): void;
}

interface Entry {
  urls: readonly string[];
  used: Set<number>;
  untilMs: number;
}

/** An empty memory whose entries last `ttlMs`. */
export function createClipAddresses(clock: Clock, ttlMs: number): ClipAddresses {
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
      // A Map keeps the order of insertion: the first key is the oldest.
      const [oldest] = entries.keys();
      if (entries.size >= MAX_TASKS && oldest !== undefined) entries.delete(oldest);
      entries.set(key, { urls, used: new Set(), untilMs: clock.now() + ttlMs });
    },
  };
}
