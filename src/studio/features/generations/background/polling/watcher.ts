/** The single poller. It reads the status of every entry that can still change. */
import type { GenerationDeps } from "../generation-deps.ts";
import { fetchConfig } from "./fetch-config.ts";
import { createLimit } from "./limit.ts";
import {
  firstReadDelayMs,
  followLibrary,
  mayReadNow,
  type Poll,
  type PollEvent,
  pollStep,
  readDelayMs,
} from "./poll-rules.ts";
import { readEntry } from "./read-entry.ts";
import { createReadSituations } from "./read-situation.ts";

/**
 * Reads don't count against Kirin's parallel limit, but a browser opens only six connections per host, and clips need
 * some.
 */
const READS_MAX = 4;

export interface Watcher {
  /** Reads everything now, for example when the creator returns. */
  readNow(): void;
  stop(): void;
}

/** A poll and its timer. The result of a read is ignored once its watch has been replaced. */
interface Watch {
  poll: Poll;
  cancelTimer: () => void;
}

/** Starts watching the library. A failed read never ends a watch. A hidden tab polls more slowly. */
export function startWatcher(deps: GenerationDeps): Watcher {
  const { library } = deps;
  const situations = createReadSituations(deps);
  const watches = new Map<string, Watch>();
  const limit = createLimit(READS_MAX);
  const ended = new AbortController();
  let unsubscribe = () => {};

  async function begin(): Promise<void> {
    await library.load();
    await fetchConfig(deps, ended.signal, situations.learn);
    if (ended.signal.aborted) return;
    unsubscribe = library.subscribe(follow);
    follow();
    readNow();
  }

  /** Starts and ends watches to match the library. */
  function follow(): void {
    const changes = followLibrary(watches, library.getState().entries, situations.now().nowMs);
    for (const id of changes.ended) {
      watches.get(id)?.cancelTimer();
      watches.delete(id);
    }
    for (const { entry, poll } of changes.begun) {
      const watch = { poll, cancelTimer: () => {} };
      watches.set(entry.id, watch);
      schedule(entry.id, watch, firstReadDelayMs(entry, poll, situations.of(entry)));
    }
  }

  function schedule(id: string, watch: Watch, inMs: number): void {
    watch.cancelTimer();
    watch.cancelTimer = deps.setTimer(() => void read(id, watch), inMs);
  }

  async function read(id: string, watch: Watch): Promise<void> {
    watch.cancelTimer();
    const advance = (event: PollEvent) => {
      watch.poll = pollStep(watch.poll, event);
    };
    advance({ type: "due" });
    const createTimeoutMs = situations.createTimeoutMs();
    const problem = await limit(async () => {
      advance({ type: "ask", nowMs: situations.now().nowMs });
      if (!isCurrent(id, watch)) return null;
      return readEntry(deps, id, { createTimeoutMs, signal: ended.signal });
    });
    advance({ type: "answer", problem });
    const entry = library.get(id);
    if (entry === undefined || !isCurrent(id, watch)) return;
    schedule(id, watch, readDelayMs(entry, watch.poll, situations.of(entry)));
  }

  function isCurrent(id: string, watch: Watch): boolean {
    return !ended.signal.aborted && watches.get(id) === watch;
  }

  /** Reads everything except what was just read or has to wait. */
  function readNow(): void {
    for (const [id, watch] of watches) {
      if (mayReadNow(watch.poll, situations.now())) schedule(id, watch, 0);
    }
  }

  void begin();

  return {
    readNow,
    stop() {
      ended.abort();
      unsubscribe();
      for (const watch of watches.values()) watch.cancelTimer();
      watches.clear();
    },
  };
}
